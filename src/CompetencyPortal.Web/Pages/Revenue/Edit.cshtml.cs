using System.Globalization;
using CompetencyPortal.Data;
using CompetencyPortal.Data.Entities;
using CompetencyPortal.Data.Revenue;
using CompetencyPortal.Domain.Competencies;
using CompetencyPortal.Web.Infrastructure;
using CompetencyPortal.Web.Infrastructure.Facts;
using CompetencyPortal.Web.Resources;
using FluentValidation;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace CompetencyPortal.Web.Pages.Revenue;

public sealed class EditModel(
    PortalDbContext db, IFactWords<RevenueLine> words, RulebookInForce rulebook, LineRows rows, IValidator<EditModel.InputModel> validator,
    IStringLocalizer<FactsTexts> texts, IStringLocalizer<RevenueTexts> own)
    : FactEditModel<RevenueLine, EditModel.InputModel>(db, words, validator, texts)
{
    private const int MostDuplicates = 3;

    public ViewModel View { get; private set; } = null!;

    /// <summary>The lines that seem to be the same sale, of which the editor is asked; empty if there are none, or the editor has said that they are not.</summary>
    public IReadOnlyList<FactDescription> Duplicates { get; private set; } = [];

    /// <summary>Whether the form stands in the list, in the place of its row.</summary>
    public bool IsInList => Request.IsForPart();

    /// <summary>What the editor says who saves nevertheless: these values are no duplicate of anything.</summary>
    public string Likeness => string.Create(CultureInfo.InvariantCulture, $"{Input.Customer:N} {Input.Product} {Input.Date:O} {Input.Amount}");

    /// <summary>In the list, the row's place is taken by the form, and by the row again once it is saved.</summary>
    [NonHandler]
    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        var executed = await next();
        if (IsInList && executed.Exception is null)
        {
            executed.Result = executed.Result switch
            {
                PageResult => Partial("_RowForm", this),
                LocalRedirectResult => await ShowRowAsync(HttpContext.RequestAborted),
                NotFoundResult => Gone(StatusCodes.Status404NotFound),
                var other => other,
            };
        }
    }

    protected override async Task<bool> LoadAsync(CancellationToken cancellationToken)
    {
        View = new ViewModel(
            await CustomerChoice.Of(Db).ToListAsync(cancellationToken),
            (await rulebook.GetAsync(cancellationToken)).Products);
        return true;
    }

    protected override async Task<bool> KnowsAllNamedAsync(CancellationToken cancellationToken) =>
        Input.Customer is not { } key || View.Customers.Any(customer => customer.Id == key) || await CustomerChoice.IsKnownAsync(Db, key, cancellationToken);

    protected override async Task DecideAsync(CancellationToken cancellationToken)
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

        if (OwnReference.TryParse(Input.Reference, out var reference)
            && await Db.RevenueLines.AsNoTracking().FirstOrDefaultAsync(line => line.ReferenceKey == reference.Value && line.Id != Id, cancellationToken) is { } holder)
        {
            Refuse(nameof(Input.Reference), own["Line.Reference.Taken", reference.Value, (await DescribeAsync(holder, cancellationToken)).Name]);
        }

        if (ModelState.IsValid && Input.Likeness != Likeness)
        {
            await AskOfDuplicatesAsync(cancellationToken);
        }
    }

    protected override InputModel Read(RevenueLine row) => new()
    {
        Customer = row.CustomerId,
        Product = View.Products.Find(row.Product.Value)?.Name,
        Date = row.Date,
        Amount = row.Amount,
        NetNew = row.NetNew,
        Reference = row.Reference?.Value,
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
        Reference = OwnReference.TryParse(Input.Reference, out var reference) ? reference : null,
    };

    protected override string Home(Guid? id) => Url.Page("/Revenue/Index")!;

    private async Task AskOfDuplicatesAsync(CancellationToken cancellationToken)
    {
        var entered = Compose(Id ?? Guid.Empty, Db.PartnerScope!.Value);
        var same = await Db.RevenueLines.AsNoTracking().LikelyDuplicatesOf(entered).OrderBy(line => line.Id).Take(MostDuplicates).ToListAsync(cancellationToken);
        if (same.Count is 0 || await WasLikeThatAsync(entered, cancellationToken))
        {
            return;
        }

        var described = new List<FactDescription>();
        foreach (var line in same)
        {
            described.Add(await DescribeAsync(line, cancellationToken));
        }

        Duplicates = described;
        ModelState.AddModelError("", own[Id is null ? "Duplicate.AddQuestion" : "Duplicate.SaveQuestion"]);
    }

    /// <summary>Whether the line was as like the others before it was edited; then there is nothing new to ask.</summary>
    private Task<bool> WasLikeThatAsync(RevenueLine entered, CancellationToken cancellationToken) => Db.RevenueLines.AnyAsync(
        line => line.Id == entered.Id && line.CustomerId == entered.CustomerId && line.Product == entered.Product && line.Date == entered.Date
            && line.Amount == entered.Amount && (line.Reference == null || entered.Reference != null),
        cancellationToken);

    private async Task<IActionResult> ShowRowAsync(CancellationToken cancellationToken)
    {
        var message = StatusMessage;
        StatusMessage = null;
        if (await rows.FindAsync(Id!.Value, Back, cancellationToken) is not { } row)
        {
            return Gone(StatusCodes.Status200OK);
        }

        Response.Headers["HX-Trigger-After-Settle"] = "lines-changed";
        return Partial("_RowSaved", new SavedRow(row with { IsFocused = true }, message));
    }

    private PartialViewResult Gone(int status)
    {
        var gone = Partial("_RowGone", this);
        gone.StatusCode = status;
        return gone;
    }

    public sealed class InputModel : FactInput
    {
        public Guid? Customer { get; set; }

        public string? Product { get; set; }

        public DateOnly? Date { get; set; }

        public decimal? Amount { get; set; }

        public bool NetNew { get; set; }

        public string? Reference { get; set; }

        /// <summary>The values of which the editor has said that they are no duplicate.</summary>
        public string? Likeness { get; set; }
    }

    public sealed class Validator : AbstractValidator<InputModel>
    {
        public Validator(IStringLocalizer<FactsTexts> texts, IStringLocalizer<RevenueTexts> own)
        {
            RuleFor(input => input.Customer).NotNull().WithMessage(_ => texts["Line.Customer.Missing"]);
            RuleFor(input => input.Product).NotEmpty().WithMessage(_ => texts["Line.Product.Missing"]);
            RuleFor(input => input.Date).NotNull().WithMessage(_ => texts["Line.Date.Missing"]).IsPlausible(texts);
            RuleFor(input => input.Amount).NotNull().WithMessage(_ => texts["Line.Amount.Missing"]);
            RuleFor(input => input.Reference).Must(text => string.IsNullOrWhiteSpace(text) || OwnReference.TryParse(text, out _))
                .WithMessage(_ => own["Line.Reference.Unreadable", OwnReference.MaxLength]);
        }
    }

    public sealed record ViewModel(IReadOnlyList<CustomerChoice> Customers, ProductCatalog Products);
}
