using CompetencyPortal.Data;
using CompetencyPortal.Data.Entities;
using CompetencyPortal.Web.Infrastructure.Facts;
using CompetencyPortal.Web.Resources;
using FluentValidation;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace CompetencyPortal.Web.Pages.Customers;

public sealed class EditModel(
    PortalDbContext db, IFactWords<Customer> words, IValidator<EditModel.InputModel> validator, IStringLocalizer<FactsTexts> texts, IStringLocalizer<CustomerTexts> customers)
    : FactEditModel<Customer, EditModel.InputModel>(db, words, validator, texts)
{
    protected override async Task DecideAsync(CancellationToken cancellationToken)
    {
        if (CodeOf(Input) is { } code
            && await Db.Customers.Where(customer => customer.CodeKey == code.Value && customer.Id != Id).Select(customer => customer.Name).FirstOrDefaultAsync(cancellationToken) is { } bearer)
        {
            Refuse(nameof(Input.Code), customers["Code.Taken", code.Value, bearer]);
        }
    }

    protected override InputModel Read(Customer row) => new() { Name = row.Name, Code = row.Code?.Value };

    protected override Customer Compose(Guid id, Guid partnerId) => new() { Id = id, PartnerId = partnerId, Name = Input.Name!.Trim(), Code = CodeOf(Input) };

    protected override string Home(Guid? id) => id is null ? Url.Page("/Customers/Index")! : Url.Page("/Customers/Details", new { id })!;

    private static OwnReference? CodeOf(InputModel input) => OwnReference.TryParse(input.Code, out var code) ? code : null;

    public sealed class InputModel : FactInput
    {
        public string? Name { get; set; }

        public string? Code { get; set; }
    }

    public sealed class Validator : AbstractValidator<InputModel>
    {
        public Validator(IStringLocalizer<FactsTexts> texts, IStringLocalizer<CustomerTexts> customers)
        {
            RuleFor(input => input.Name).NotEmpty().WithMessage(_ => texts["Customer.Name.Missing"]).MaximumLength(Customer.NameLength);
            RuleFor(input => input.Code).Must(code => string.IsNullOrWhiteSpace(code) || OwnReference.TryParse(code, out _)).WithMessage(_ => customers["Code.Unreadable", OwnReference.MaxLength]);
        }
    }
}
