using CompetencyPortal.Data.Entities;
using CompetencyPortal.Data.Saving;

using Microsoft.EntityFrameworkCore;

namespace CompetencyPortal.Data.Imports.Checking;

/// <summary>
/// What the rows of a file have to do with each other, found out by the database once all are there: two that speak of one thing
/// and contradict each other are both refused, and what stands in several is done by the first.
/// </summary>
internal sealed class Agreement(PortalDbContext db, Import import)
{
    private const int Batch = 1000;

    private IQueryable<ImportRow> Rows => db.ImportRows.Where(row => row.ImportId == import.Id);

    public async Task SettleAsync(CancellationToken cancellationToken)
    {
        await RefuseContradictionsAsync(cancellationToken);
        await LetTheFirstActAsync(cancellationToken);
    }

    private async Task RefuseContradictionsAsync(CancellationToken cancellationToken)
    {
        var disagreeing = Rows.Where(row => row.Identity != null && row.Content != null).GroupBy(row => row.Identity)
            .Where(group => group.Min(row => row.Content) != group.Max(row => row.Content))
            .Select(group => new { Identity = group.Key, First = group.Min(row => row.Number), FirstLine = group.Min(row => row.Line), LastLine = group.Max(row => row.Line) });
        for (var last = 0; ;)
        {
            var after = last;
            var page = await Rows.AsNoTracking()
                .Where(row => row.Number > after && row.Content != null)
                .Join(disagreeing, row => row.Identity, group => group.Identity, (row, group) => new { Row = row, group.First, group.FirstLine, group.LastLine })
                .OrderBy(one => one.Row.Number).Take(Batch).ToListAsync(cancellationToken);
            if (page.Count == 0)
            {
                return;
            }

            last = page[^1].Row.Number;
            var refused = page.Select(one => Refused(one.Row, one.Row.Number == one.First ? one.LastLine : one.FirstLine)).ToList();
            var numbers = refused.Select(row => row.Number).ToList();
            await Rows.Where(row => numbers.Contains(row.Number)).ExecuteDeleteAsync(cancellationToken);
            await db.InsertAsync(refused, cancellationToken);
        }
    }

    private static ImportRow Refused(ImportRow row, int other)
    {
        row.Outcome = ImportOutcome.Refused;
        row.SubjectOutcome = null;
        row.TargetOutcome = null;
        row.Changes = [];
        row.Errors = row.Errors.Add(ImportError.Of(ImportErrorCode.Contradiction, null, other));
        return row;
    }

    /// <summary>The rows agree now: the customer or person is added or changed by the first of them, and so is a line, an association or a pass.</summary>
    private async Task LetTheFirstActAsync(CancellationToken cancellationToken)
    {
        var accepted = Rows.Where(row => row.Outcome != ImportOutcome.Refused);
        var again = 0;
        if (import.Kind is not ImportKind.Revenue)
        {
            var subjects = accepted.Where(row => row.SubjectOutcome != ImportOutcome.Unchanged).GroupBy(row => row.SubjectId)
                .Where(group => group.Count() > 1).Select(group => new { Subject = group.Key, First = group.Min(row => row.Number) });
            again += await accepted.Join(subjects, row => row.SubjectId, group => group.Subject, (row, group) => new { row, group.First })
                .Where(one => one.row.Number > one.First)
                .ExecuteUpdateAsync(set => set.SetProperty(one => one.row.SubjectOutcome, ImportOutcome.Unchanged).SetProperty(one => one.row.Changes, []), cancellationToken);
        }

        var targets = accepted.Where(row => row.TargetId != null && row.TargetOutcome != ImportOutcome.Unchanged).GroupBy(row => row.TargetId)
            .Where(group => group.Count() > 1).Select(group => new { Target = group.Key, First = group.Min(row => row.Number) });
        again += await accepted.Join(targets, row => row.TargetId, group => group.Target, (row, group) => new { row, group.First })
            .Where(one => one.row.Number > one.First)
            .ExecuteUpdateAsync(set => set.SetProperty(one => one.row.TargetOutcome, ImportOutcome.Unchanged), cancellationToken);
        if (again > 0)
        {
            await accepted.Where(row => row.SubjectOutcome != ImportOutcome.Changed && row.TargetOutcome != ImportOutcome.Changed)
                .ExecuteUpdateAsync(
                    set => set.SetProperty(
                        row => row.Outcome,
                        row => row.SubjectOutcome == ImportOutcome.New || row.TargetOutcome == ImportOutcome.New ? ImportOutcome.New : ImportOutcome.Unchanged),
                    cancellationToken);
        }
    }
}
