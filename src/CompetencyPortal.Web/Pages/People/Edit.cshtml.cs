using CompetencyPortal.Data;
using CompetencyPortal.Data.Entities;
using CompetencyPortal.Web.Infrastructure.Facts;
using CompetencyPortal.Web.Resources;
using FluentValidation;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace CompetencyPortal.Web.Pages.People;

public sealed class EditModel(
    PortalDbContext db, IFactWords<Person> words, IValidator<EditModel.InputModel> validator, IStringLocalizer<FactsTexts> texts, IStringLocalizer<PeopleTexts> people)
    : FactEditModel<Person, EditModel.InputModel>(db, words, validator, texts)
{
    protected override async Task DecideAsync(CancellationToken cancellationToken)
    {
        if (EmailOf(Input) is { } email
            && await Db.People.Where(person => person.EmailKey == email.Value && person.Id != Id).Select(person => person.Name).FirstOrDefaultAsync(cancellationToken) is { } holder)
        {
            Refuse(nameof(Input.Email), people["Email.Taken", email.Value, holder]);
        }
    }

    protected override InputModel Read(Person row) => new() { Name = row.Name, Email = row.Email?.Value, From = row.From, Until = row.Until };

    protected override Person Compose(Guid id, Guid partnerId) => new()
    {
        Id = id,
        PartnerId = partnerId,
        Name = Input.Name!.Trim(),
        Email = EmailOf(Input),
        From = Input.From,
        Until = Input.Until,
    };

    protected override string Home(Guid? id) => id is null ? Url.Page("/People/Index")! : Url.Page("/People/Details", new { id })!;

    private static EmailAddress? EmailOf(InputModel input) => EmailAddress.TryParse(input.Email, out var email) ? email : null;

    public sealed class InputModel : FactInput
    {
        public string? Name { get; set; }

        public string? Email { get; set; }

        public DateOnly? From { get; set; }

        public DateOnly? Until { get; set; }
    }

    public sealed class Validator : AbstractValidator<InputModel>
    {
        public Validator(IStringLocalizer<FactsTexts> texts, IStringLocalizer<PeopleTexts> people)
        {
            RuleFor(input => input.Name).NotEmpty().WithMessage(_ => texts["Person.Name.Missing"]).MaximumLength(Person.NameLength);
            RuleFor(input => input.Email).Must(email => string.IsNullOrWhiteSpace(email) || EmailAddress.TryParse(email, out _)).WithMessage(_ => people["Email.Unreadable"]);
            this.HasPeriod(input => input.From, input => input.Until, texts);
        }
    }
}
