using CompetencyPortal.Data.Entities;

namespace CompetencyPortal.Web.Pages.Imports;

/// <summary>What the page of an import asks of it.</summary>
public static class ImportPage
{
    /// <summary>The outcomes of rows in the order in which they want attention.</summary>
    public static readonly IReadOnlyList<ImportOutcome> Attention = [ImportOutcome.Refused, ImportOutcome.Changed, ImportOutcome.New, ImportOutcome.Unchanged];

    /// <summary>Those that have not expired; what has is deleted in time, and not shown any more before that.</summary>
    public static IQueryable<Import> Kept(this IQueryable<Import> imports, TimeProvider clock)
    {
        var now = clock.GetUtcNow();
        return imports.Where(import => import.ExpiresAt > now);
    }

    public static int CountOf(this Import import, ImportOutcome outcome) => outcome switch
    {
        ImportOutcome.New => import.NewRows,
        ImportOutcome.Changed => import.ChangedRows,
        ImportOutcome.Unchanged => import.UnchangedRows,
        ImportOutcome.Refused => import.RefusedRows,
    };

    /// <summary>How many rows storing it would store.</summary>
    public static int ToStore(this Import import) => import.NewRows + import.ChangedRows;

    /// <summary>How much is done, from 0 to 1; steps of a tenth, so that what is read aloud does not change all the time.</summary>
    public static decimal Progress(this Import import) => import.Total is 0 ? 0 : Math.Min(1, decimal.Floor(10m * import.Done / import.Total) / 10);
}
