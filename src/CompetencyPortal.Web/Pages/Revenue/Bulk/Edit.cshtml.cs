using CompetencyPortal.Data;
using CompetencyPortal.Data.Revenue;
using CompetencyPortal.Domain.Competencies;
using CompetencyPortal.Web.Infrastructure;
using CompetencyPortal.Web.Infrastructure.Facts;
using CompetencyPortal.Web.Pages.Options;
using CompetencyPortal.Web.Resources;
using FluentValidation;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace CompetencyPortal.Web.Pages.Revenue.Bulk;

public sealed class EditModel(
    PortalDbContext db, LineLists lists, BulkLines bulk, LineHistory history, RulebookInForce rulebook, RevenueText words, CurrentUser user, AsOf asOf,
    TimeProvider time, Formats formats, IValidator<EditModel.InputModel> validator, IStringLocalizer<FactsTexts> facts, IStringLocalizer<RevenueTexts> texts)
    : BulkModel(db, lists, bulk, history, rulebook, words, user, asOf, time, texts)
{
    [BindProperty]
    public InputModel Input { get; set; } = new();

    public IReadOnlyList<CustomerChoice> Customers { get; private set; } = [];

    public ProductCatalog Products => Rulebook.Products;

    protected override BulkEdit? EditOf() => new(
        Input.Customer, string.IsNullOrWhiteSpace(Input.Product) ? null : Products.Find(Input.Product)!.Code, Input.Date, Input.NetNew);

    protected override string MessageOf(int lines) => formats.Count(Texts, "Bulk.Edited", lines);

    protected override async Task<bool> KnowsAllNamedAsync(CancellationToken cancellationToken) =>
        Input.Customer is not { } key || await CustomerChoice.IsKnownAsync(Db, key, cancellationToken);

    protected override async Task<bool> AcceptsAsync(CancellationToken cancellationToken)
    {
        ModelState.Accepts(validator, Input);
        if (Input.Customer is { } key && !await Db.Customers.AnyAsync(customer => customer.Id == key, cancellationToken))
        {
            ModelState.AddModelError("Input.Customer", facts["Line.Customer.Missing"]);
        }

        if (!string.IsNullOrWhiteSpace(Input.Product) && Products.Find(Input.Product) is null)
        {
            ModelState.AddModelError("Input.Product", facts["Line.Product.Unknown", Input.Product]);
        }

        if (ModelState.IsValid && EditOf()!.IsNothing)
        {
            ModelState.AddModelError("", Texts["Bulk.NothingEntered"]);
        }

        return ModelState.IsValid;
    }

    protected override async Task LoadAsync(IReadOnlyList<ChosenLine> chosen, CancellationToken cancellationToken) =>
        Customers = await CustomerChoice.Of(Db).ToListAsync(cancellationToken);

    public sealed class InputModel
    {
        public Guid? Customer { get; set; }

        public string? Product { get; set; }

        public DateOnly? Date { get; set; }

        public bool? NetNew { get; set; }
    }

    public sealed class Validator : AbstractValidator<InputModel>
    {
        public Validator(IStringLocalizer<FactsTexts> texts) => RuleFor(input => input.Date).IsPlausible(texts);
    }
}
