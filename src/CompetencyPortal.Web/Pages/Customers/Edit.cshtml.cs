using CompetencyPortal.Data;
using CompetencyPortal.Data.Entities;
using CompetencyPortal.Web.Infrastructure.Facts;
using CompetencyPortal.Web.Resources;
using FluentValidation;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace CompetencyPortal.Web.Pages.Customers;

public sealed class EditModel(
    PortalDbContext db, IFactWords<Customer> words, IValidator<EditModel.InputModel> validator, IStringLocalizer<FactsTexts> texts)
    : FactEditModel<Customer, EditModel.InputModel>(db, words, validator, texts)
{
    protected override InputModel Read(Customer row) => new() { Name = row.Name };

    protected override Customer Compose(Guid id, Guid partnerId) => new() { Id = id, PartnerId = partnerId, Name = Input.Name!.Trim() };

    protected override string Home(Guid? id) => id is null ? Url.Page("/Customers/Index")! : Url.Page("/Customers/Details", new { id })!;

    public sealed class InputModel : FactInput
    {
        public string? Name { get; set; }
    }

    public sealed class Validator : AbstractValidator<InputModel>
    {
        public Validator(IStringLocalizer<FactsTexts> texts) =>
            RuleFor(input => input.Name).NotEmpty().WithMessage(_ => texts["Customer.Name.Missing"]).MaximumLength(Customer.NameLength);
    }
}
