using CompetencyPortal.Data.Entities;
using CompetencyPortal.Domain.Competencies;

namespace CompetencyPortal.Data.Revenue;

/// <summary>Which revenue lines of the organisation at work are meant; what is null does not narrow.</summary>
public sealed record LineFilter
{
    public LineSearch? Search { get; init; }

    public ProductCode? Product { get; init; }

    public Guid? Customer { get; init; }

    public bool? NetNew { get; init; }

    /// <summary>Credits alone, or all but them.</summary>
    public bool? Credit { get; init; }

    /// <summary>The first day, inclusive.</summary>
    public DateOnly? From { get; init; }

    /// <summary>The last day, inclusive.</summary>
    public DateOnly? Until { get; init; }

    /// <summary>The lines meant, of <paramref name="lines"/>.</summary>
    public IQueryable<RevenueLine> Of(PortalDbContext db, IQueryable<RevenueLine> lines)
    {
        if (Search is { } search)
        {
            lines = search.Of(db, lines);
        }

        lines = Product is { } product ? lines.Where(line => line.Product == product) : lines;
        lines = Customer is { } customer ? lines.Where(line => line.CustomerId == customer) : lines;
        lines = NetNew is { } netNew ? lines.Where(line => line.NetNew == netNew) : lines;
        lines = Credit is { } credit ? lines.Where(line => line.Amount < 0 == credit) : lines;
        lines = From is { } from ? lines.Where(line => line.Date >= from) : lines;
        return Until is { } until ? lines.Where(line => line.Date <= until) : lines;
    }
}
