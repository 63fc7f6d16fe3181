using CompetencyPortal.Data;
using CompetencyPortal.Data.Entities;
using CompetencyPortal.Domain.Evidence;
using CompetencyPortal.Web.Infrastructure.Facts;
using CompetencyPortal.Web.Resources;
using FluentValidation;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace CompetencyPortal.Web.Pages.Customers.Associations;

public sealed class EditModel(
    PortalDbContext db, IFactWords<CustomerAssociation> words, IValidator<EditModel.InputModel> validator, IStringLocalizer<FactsTexts> texts)
    : FactEditModel<CustomerAssociation, EditModel.InputModel>(db, words, validator, texts)
{
    [FromRoute]
    public Guid CustomerId { get; set; }

    /// <summary>The customer's name.</summary>
    public string View { get; private set; } = "";

    protected override IQueryable<CustomerAssociation> Rows => base.Rows.Where(one => one.CustomerId == CustomerId);

    protected override async Task<bool> LoadAsync(CancellationToken cancellationToken)
    {
        var name = await Db.Customers.Where(customer => customer.Id == CustomerId).Select(customer => customer.Name).SingleOrDefaultAsync(cancellationToken);
        View = name ?? "";
        return name is not null;
    }

    protected override InputModel Read(CustomerAssociation row) => new() { Type = row.Type, From = row.From, Until = row.Until };

    protected override CustomerAssociation Compose(Guid id, Guid partnerId) => new()
    {
        Id = id,
        PartnerId = partnerId,
        CustomerId = CustomerId,
        Type = Input.Type!.Value,
        From = Input.From,
        Until = Input.Until,
    };

    protected override string Home(Guid? id) => Url.Page("/Customers/Details", new { id = CustomerId })!;

    public sealed class InputModel : FactInput
    {
        public AssociationType? Type { get; set; } = AssociationType.DigitalPartnerOfRecord;

        public DateOnly? From { get; set; }

        public DateOnly? Until { get; set; }
    }

    public sealed class Validator : AbstractValidator<InputModel>
    {
        public Validator(IStringLocalizer<FactsTexts> texts)
        {
            RuleFor(input => input.Type).NotNull().WithMessage(_ => texts["Association.Type.Missing"]).IsInEnum();
            this.HasPeriod(input => input.From, input => input.Until, texts);
        }
    }
}
