using CompetencyPortal.Data.Listing;
using CompetencyPortal.Data.Revenue;
using CompetencyPortal.Web.Infrastructure.Listing;

namespace CompetencyPortal.Web.Pages.Revenue;

/// <summary>The revenue lines that an address asks for.</summary>
public abstract class LineList
{
    /// <summary>What they come to.</summary>
    public abstract Task<LineSums> SumAsync(CancellationToken cancellationToken);

    /// <summary>The first <paramref name="count"/> of them after a row, in an order; where <paramref name="isBackwards"/> is set, before it and in the opposite order.</summary>
    public abstract Task<List<LineRow>> TakeAsync(
        LineColumn column, bool isDescending, RowKey? from, bool isBackwards, int count, CancellationToken cancellationToken);

    /// <summary>All of them as a file, in an order.</summary>
    public abstract CsvList File(LineColumn column, bool isDescending, CancellationToken cancellationToken);

    /// <summary>The key of each with its present version.</summary>
    public abstract Task<List<ChosenLine>> ChooseAllAsync(CancellationToken cancellationToken);
}
