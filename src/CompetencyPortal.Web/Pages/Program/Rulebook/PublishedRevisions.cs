using CompetencyPortal.Data;
using CompetencyPortal.Domain.Competencies;
using CompetencyPortal.Domain.Revisions;
using CompetencyPortal.Web.Infrastructure;
using Microsoft.EntityFrameworkCore;

namespace CompetencyPortal.Web.Pages.Program.Rulebook;

/// <summary>A competency's revisions with what their documents do not hold: who published them, when and why.</summary>
public sealed class PublishedRevisions(PortalDbContext db, AsOf asOf)
{
    /// <summary>The revisions, the latest first.</summary>
    public async Task<IReadOnlyList<PublishedRevisionView>> LoadAsync(Competency competency, CancellationToken cancellationToken)
    {
        var rows = await db.RuleRevisions.AsNoTracking().Where(row => row.CompetencyCode == competency.Code)
            .Select(row => new { row.EffectiveFrom, row.Reason, row.Sha256, Publisher = db.Users.Where(user => user.Id == row.PublishedBy).Select(user => user.DisplayName).FirstOrDefault() })
            .ToDictionaryAsync(row => row.EffectiveFrom, cancellationToken);
        return
        [
            .. from revision in competency.History.Revisions.Reverse()
               let row = rows[revision.EffectiveFrom]
               select new PublishedRevisionView(
                   revision,
                   competency.History.PeriodOf(revision).LastDay,
                   competency.History.StatusOn(revision, asOf.Date).Badge(),
                   row.Publisher,
                   row.Reason,
                   row.Sha256),
        ];
    }
}

/// <param name="Revision">What it requires.</param>
/// <param name="LastDay">The last day on which it judges; null while none follows it.</param>
/// <param name="Status">How it stands on the as-of date.</param>
/// <param name="Publisher">Who published it; null if it is built in.</param>
/// <param name="Reason">Why; null if it is built in.</param>
/// <param name="Sha256">The digest of its document.</param>
public sealed record PublishedRevisionView(Revision Revision, DateOnly? LastDay, Status Status, string? Publisher, string? Reason, string Sha256);
