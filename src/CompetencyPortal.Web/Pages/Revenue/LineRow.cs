using CompetencyPortal.Data.Entities;
using CompetencyPortal.Data.Listing;
using CompetencyPortal.Data.Revenue;
using CompetencyPortal.Domain.Competencies;

namespace CompetencyPortal.Web.Pages.Revenue;

/// <summary>A revenue line as the list shows it; without its amount where the reader may see none.</summary>
public sealed record LineRow(
    Guid Id, int Version, Guid CustomerId, string Customer, OwnReference? CustomerCode, ProductCode Product, DateOnly Date, decimal? Amount, bool NetNew,
    OwnReference? Reference, string ReferenceKey)
{
    public bool IsCredit => Amount < 0;

    /// <summary>Whether it counts towards the threshold that is chosen, and why; null where none is.</summary>
    public LineAnswer? Answer { get; init; }

    /// <summary>The version that somebody chooses who marks it.</summary>
    public ChosenLine Choice => new(Id, Version);

    public static IQueryable<LineRow> Of(IQueryable<RevenueLine> lines, bool withAmounts) => lines.Select(line => new LineRow(
        line.Id, line.Version, line.CustomerId, line.Customer!.Name, line.Customer.Code, line.Product, line.Date, withAmounts ? line.Amount : null, line.NetNew,
        line.Reference, line.ReferenceKey));

    /// <summary>The row as a bookmark of a list holds it that is sorted by <paramref name="column"/>.</summary>
    public RowKey KeyIn(LineColumn column) => new(Id, KeyReaders.Write(column switch
    {
        LineColumn.Date => Date,
        LineColumn.Customer => Customer,
        LineColumn.Product => Product,
        LineColumn.Business => NetNew,
        LineColumn.Amount => Amount!.Value,
        LineColumn.Reference => ReferenceKey,
    }));
}
