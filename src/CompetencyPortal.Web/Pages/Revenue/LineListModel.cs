using CompetencyPortal.Data;
using CompetencyPortal.Data.Revenue;
using CompetencyPortal.Domain.Competencies;
using CompetencyPortal.Domain.Revisions;
using CompetencyPortal.Web.Infrastructure;
using CompetencyPortal.Web.Infrastructure.Listing;
using CompetencyPortal.Web.Pages.Options;
using Microsoft.AspNetCore.Mvc;

namespace CompetencyPortal.Web.Pages.Revenue;

/// <summary>A page about the revenue lines that its address asks for: which of them, and in which order.</summary>
public abstract class LineListModel(PortalDbContext db, LineLists lists, RulebookInForce rulebook, RevenueText words, CurrentUser user, AsOf asOf) : ListModel
{
    [FromQuery(Name = "product")]
    public string? Product { get; set; }

    [FromQuery(Name = "customer")]
    public Guid? Customer { get; set; }

    [FromQuery(Name = "netNew")]
    public bool? NetNew { get; set; }

    [FromQuery(Name = "credit")]
    public bool? Credit { get; set; }

    [FromQuery(Name = "from")]
    public DateOnly? From { get; set; }

    [FromQuery(Name = "until")]
    public DateOnly? Until { get; set; }

    /// <summary>The threshold that the lines are asked about.</summary>
    [FromQuery(Name = "threshold")]
    public string? Threshold { get; set; }

    /// <summary>What became of them towards it.</summary>
    [FromQuery(Name = "answer")]
    public string? Answer { get; set; }

    public bool IsFiltered =>
        Search is not null || Product is not null || Customer is not null || NetNew is not null || Credit is not null
        || From is not null || Until is not null || Threshold is not null;

    /// <summary>The thresholds that the lines can be asked about.</summary>
    public IReadOnlyList<ThresholdChoice> Thresholds { get; private set; } = [];

    /// <summary>The one that is; null if none is, or if nothing in force on the as-of date has it.</summary>
    public ThresholdChoice? Chosen { get; private set; }

    /// <summary>Without leave to see amounts, nobody learns which of two is the greater either.</summary>
    public SortOrder Order => user.MaySeeAmounts
        ? SortOrder.Of(SortAsked, "-date", "customer", "product", "business", "reference", "amount")
        : SortOrder.Of(SortAsked, "-date", "customer", "product", "business", "reference");

    protected PortalDbContext Db => db;

    protected CurrentUser CurrentUser => user;

    protected AsOf AsOf => asOf;

    protected Rulebook Rulebook { get; private set; } = null!;

    /// <summary>The lines that are asked for; there once <see cref="OpenAsync"/> refused nothing.</summary>
    protected LineList List { get; private set; } = null!;

    protected LineColumn Column => Enum.Parse<LineColumn>(Order.Column, ignoreCase: true);

    /// <summary>Opens the list. What comes back refuses it: what an address cannot mean, or its reader may not ask.</summary>
    protected async Task<IActionResult?> OpenAsync(CancellationToken cancellationToken)
    {
        if (Credit is not null && !user.MaySeeAmounts)
        {
            return Forbid();
        }

        if (!AnswerAsked.TryParse(Answer, out var answer))
        {
            return BadRequest();
        }

        if (Customer is { } customer && !await CustomerChoice.IsKnownAsync(db, customer, cancellationToken))
        {
            return NotFound();
        }

        Rulebook = await rulebook.GetAsync(cancellationToken);
        Thresholds = ThresholdChoice.Of(Rulebook, asOf.Date, words);
        Chosen = Thresholds.FirstOrDefault(one => one.Code == Threshold);
        List = await lists.OpenAsync(FilterOf(Rulebook.Products), Chosen, answer, Rulebook, cancellationToken);
        return null;
    }

    private LineFilter FilterOf(ProductCatalog products) => new()
    {
        Search = Search is { } part
            ? new LineSearch(part, [.. products.All.Where(product => product.Spellings.Any(one => one.Contains(part, StringComparison.CurrentCultureIgnoreCase))).Select(product => product.Code)])
            : null,
        Product = Product is { } spelling ? products.Find(spelling)?.Code ?? new ProductCode(spelling) : null,
        Customer = Customer,
        NetNew = NetNew,
        Credit = Credit,
        From = From,
        Until = Until,
    };
}
