using CompetencyPortal.Data;
using CompetencyPortal.Data.Entities;
using CompetencyPortal.Domain.Competencies;
using CompetencyPortal.Web.Infrastructure;
using CompetencyPortal.Web.Infrastructure.Facts;
using CompetencyPortal.Web.Resources;
using FluentValidation;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace CompetencyPortal.Web.Pages.Revenue;

public sealed class EditModel(
    PortalDbContext db, IFactWords<RevenueLine> words, RulebookInForce rulebook, IValidator<EditModel.InputModel> validator, IStringLocalizer<FactsTexts> texts)
    : FactEditModel<RevenueLine, EditModel.InputModel>(db, words, validator, texts)
{
    public ViewModel View { get; private set; } = null!;

    protected override async Task<bool> LoadAsync(CancellationToken cancellationToken)
    {
        View = new ViewModel(
            await CustomerChoice.Of(Db).ToListAsync(cancellationToken),
            (await rulebook.GetAsync(cancellationToken)).Products);
        return true;
    }

    protected override async Task<bool> KnowsAllNamedAsync(CancellationToken cancellationToken) =>
        Input.Customer is not { } key || View.Customers.Any(customer => customer.Id == key) || await CustomerChoice.IsKnownAsync(Db, key, cancellationToken);

    protected override Task DecideAsync(CancellationToken cancellationToken)
    {
        if (!View.Customers.Any(customer => customer.Id == Input.Customer))
        {
            Refuse(nameof(Input.Customer), Texts["Line.Customer.Missing"]);
        }

        if (Input.Product is { } product && View.Products.Find(product) is null)
        {
            Refuse(nameof(Input.Product), Texts["Line.Product.Unknown", product]);
        }

        switch (Money.FormatOf(Input.Amount ?? 0))
        {
            case MoneyFormat.TooManyDecimals:
                Refuse(nameof(Input.Amount), Texts["Line.Amount.TooManyDecimals"]);
                break;
            case MoneyFormat.TooLarge:
                Refuse(nameof(Input.Amount), Texts["Line.Amount.TooLarge"]);
                break;
            case MoneyFormat.Valid:
                break;
        }

        return Task.CompletedTask;
    }

    protected override InputModel Read(RevenueLine row) => new()
    {
        Customer = row.CustomerId,
        Product = View.Products.Find(row.Product.Value)?.Name,
        Date = row.Date,
        Amount = row.Amount,
        NetNew = row.NetNew,
    };

    protected override RevenueLine Compose(Guid id, Guid partnerId) => new()
    {
        Id = id,
        PartnerId = partnerId,
        CustomerId = Input.Customer!.Value,
        Product = View.Products.Find(Input.Product!)!.Code,
        Date = Input.Date!.Value,
        Amount = Input.Amount!.Value,
        NetNew = Input.NetNew,
    };

    protected override string Home(Guid? id) => Url.Page("/Revenue/Index")!;

    public sealed class InputModel : FactInput
    {
        public Guid? Customer { get; set; }

        public string? Product { get; set; }

        public DateOnly? Date { get; set; }

        public decimal? Amount { get; set; }

        public bool NetNew { get; set; }
    }

    public sealed class Validator : AbstractValidator<InputModel>
    {
        public Validator(IStringLocalizer<FactsTexts> texts)
        {
            RuleFor(input => input.Customer).NotNull().WithMessage(_ => texts["Line.Customer.Missing"]);
            RuleFor(input => input.Product).NotEmpty().WithMessage(_ => texts["Line.Product.Missing"]);
            RuleFor(input => input.Date).NotNull().WithMessage(_ => texts["Line.Date.Missing"]).IsPlausible(texts);
            RuleFor(input => input.Amount).NotNull().WithMessage(_ => texts["Line.Amount.Missing"]);
        }
    }

    public sealed record ViewModel(IReadOnlyList<CustomerChoice> Customers, ProductCatalog Products);
}
