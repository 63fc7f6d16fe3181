using System.Linq.Expressions;

using CompetencyPortal.Data.Entities;
using CompetencyPortal.Data.Saving;

using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Query;

namespace CompetencyPortal.Data.Imports.Checking;

/// <summary>
/// What the rows of a file have to do with each other, found out by the database once all are there: two that speak of one thing
/// and contradict each other are both refused, and what stands in several is done by the first.
/// </summary>
/// <remarks>
/// The things that stand in several rows are asked for by themselves, a batch at a time, and then their rows. A statement that
/// joined the two would be planned by a database that has yet to learn how many rows have just come, and could take for ever.
/// </remarks>
internal sealed class Agreement(PortalDbContext db, Import import)
{
    private const int Batch = 1000;

    private IQueryable<ImportRow> Rows => db.ImportRows.Where(row => row.ImportId == import.Id);

    private IQueryable<ImportRow> Accepted => Rows.Where(row => row.Outcome != ImportOutcome.Refused);

    public async Task SettleAsync(CancellationToken cancellationToken)
    {
        await RefuseContradictionsAsync(cancellationToken);
        var again = await LetTheFirstActAsync(
            Accepted.Where(row => row.TargetId != null && row.TargetOutcome != ImportOutcome.Unchanged),
            row => row.TargetId,
            (rows, keys) => rows.Where(row => keys.Contains(row.TargetId)),
            set => set.SetProperty(row => row.TargetOutcome, ImportOutcome.Unchanged),
            cancellationToken);
        if (import.Kind is not ImportKind.Revenue)
        {
            again += await LetTheFirstActAsync(
                Accepted.Where(row => row.SubjectOutcome != ImportOutcome.Unchanged),
                row => row.SubjectId,
                (rows, keys) => rows.Where(row => keys.Contains(row.SubjectId)),
                set => set.SetProperty(row => row.SubjectOutcome, ImportOutcome.Unchanged).SetProperty(row => row.Changes, []),
                cancellationToken);
        }

        if (again > 0)
        {
            await Accepted.ExecuteUpdateAsync(
                set => set.SetProperty(
                    row => row.Outcome,
                    row => row.SubjectOutcome == ImportOutcome.Changed || row.TargetOutcome == ImportOutcome.Changed ? ImportOutcome.Changed
                        : row.SubjectOutcome == ImportOutcome.New || row.TargetOutcome == ImportOutcome.New ? ImportOutcome.New
                        : ImportOutcome.Unchanged),
                cancellationToken);
        }
    }

    private async Task RefuseContradictionsAsync(CancellationToken cancellationToken)
    {
        for (var done = 0; ;)
        {
            var after = done;
            var groups = await Rows.Where(row => row.Identity != null && row.Content != null).GroupBy(row => row.Identity)
                .Where(group => group.Min(row => row.Content) != group.Max(row => row.Content) && group.Min(row => row.Number) > after)
                .OrderBy(group => group.Min(row => row.Number)).Take(Batch)
                .Select(group => new Contradiction(group.Key!.Value, group.Min(row => row.Number), group.Min(row => row.Line), group.Max(row => row.Line)))
                .ToListAsync(cancellationToken);
            if (groups.Count == 0)
            {
                return;
            }

            done = groups[^1].First;
            await RefuseAsync(groups.ToDictionary(group => group.Identity), cancellationToken);
        }
    }

    private async Task RefuseAsync(Dictionary<Guid, Contradiction> groups, CancellationToken cancellationToken)
    {
        var identities = groups.Keys.Select(identity => (Guid?)identity).ToList();
        for (var last = 0; ;)
        {
            var after = last;
            var rows = await Rows.AsNoTracking().Where(row => row.Number > after && row.Content != null && identities.Contains(row.Identity))
                .OrderBy(row => row.Number).Take(Batch).ToListAsync(cancellationToken);
            if (rows.Count == 0)
            {
                return;
            }

            last = rows[^1].Number;
            foreach (var row in rows)
            {
                var group = groups[row.Identity!.Value];
                row.Outcome = ImportOutcome.Refused;
                row.SubjectOutcome = null;
                row.TargetOutcome = null;
                row.Changes = [];
                row.Errors = row.Errors.Add(ImportError.Of(ImportErrorCode.Contradiction, null, row.Number == group.First ? group.LastLine : group.FirstLine));
            }

            var numbers = rows.ConvertAll(row => row.Number);
            await Rows.Where(row => numbers.Contains(row.Number)).ExecuteDeleteAsync(cancellationToken);
            await db.InsertAsync(rows, cancellationToken);
        }
    }

    /// <summary>The rows agree now: what several of them would do is left to the first of them.</summary>
    private static async Task<int> LetTheFirstActAsync(
        IQueryable<ImportRow> acting,
        Expression<Func<ImportRow, Guid?>> key,
        Func<IQueryable<ImportRow>, List<Guid?>, IQueryable<ImportRow>> among,
        Action<UpdateSettersBuilder<ImportRow>> rest,
        CancellationToken cancellationToken)
    {
        for (var again = 0; ;)
        {
            var groups = await acting.GroupBy(key).Where(group => group.Count() > 1).OrderBy(group => group.Key).Take(Batch)
                .Select(group => new { group.Key, First = group.Min(row => row.Number) }).ToListAsync(cancellationToken);
            if (groups.Count == 0)
            {
                return again;
            }

            var keys = groups.ConvertAll(group => group.Key);
            var first = groups.ConvertAll(group => group.First);
            again += await among(acting, keys).Where(row => !first.Contains(row.Number)).ExecuteUpdateAsync(rest, cancellationToken);
        }
    }

    private sealed record Contradiction(Guid Identity, int First, int FirstLine, int LastLine);
}
