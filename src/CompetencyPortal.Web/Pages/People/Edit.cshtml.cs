using CompetencyPortal.Data;
using CompetencyPortal.Data.Entities;
using CompetencyPortal.Web.Infrastructure.Facts;
using CompetencyPortal.Web.Resources;
using FluentValidation;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace CompetencyPortal.Web.Pages.People;

public sealed class EditModel(
    PortalDbContext db, IFactWords<Person> words, IValidator<EditModel.InputModel> validator, IStringLocalizer<FactsTexts> texts)
    : FactEditModel<Person, EditModel.InputModel>(db, words, validator, texts)
{
    protected override InputModel Read(Person row) => new() { Name = row.Name, From = row.From, Until = row.Until };

    protected override Person Compose(Guid id, Guid partnerId) => new()
    {
        Id = id,
        PartnerId = partnerId,
        Name = Input.Name!.Trim(),
        From = Input.From,
        Until = Input.Until,
    };

    protected override string Home(Guid? id) => id is null ? Url.Page("/People/Index")! : Url.Page("/People/Details", new { id })!;

    public sealed class InputModel : FactInput
    {
        public string? Name { get; set; }

        public DateOnly? From { get; set; }

        public DateOnly? Until { get; set; }
    }

    public sealed class Validator : AbstractValidator<InputModel>
    {
        public Validator(IStringLocalizer<FactsTexts> texts)
        {
            RuleFor(input => input.Name).NotEmpty().WithMessage(_ => texts["Person.Name.Missing"]).MaximumLength(Person.NameLength);
            this.HasPeriod(input => input.From, input => input.Until, texts);
        }
    }
}
