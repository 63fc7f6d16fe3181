using CompetencyPortal.Data;
using CompetencyPortal.Data.Entities;
using CompetencyPortal.Domain.Competencies;
using CompetencyPortal.Domain.Revisions;
using CompetencyPortal.Web.Infrastructure;
using Microsoft.EntityFrameworkCore;

namespace CompetencyPortal.Web.Pages.Program.Rulebook;

/// <summary>Finds a draft and what it is to be seen beside.</summary>
public sealed class DraftQuery(PortalDbContext db, RulebookInForce rulebooks)
{
    /// <summary>The draft, or null where there is none: it never was, or it is published or deleted.</summary>
    public async Task<DraftInHand?> FindAsync(string competency, Guid id, CancellationToken cancellationToken)
    {
        var rulebook = await rulebooks.GetAsync(cancellationToken);
        if (rulebook.Competency(competency) is not { } found
            || await db.RuleDrafts.SingleOrDefaultAsync(draft => draft.Id == id && draft.CompetencyCode == found.Code, cancellationToken) is not { } row)
        {
            return null;
        }

        return new DraftInHand(row, found, RevisionDocument.Read(row.Document, rulebook));
    }

    /// <summary>Whether there ever was such a draft: the audit trail says so.</summary>
    public Task<bool> WasThereAsync(Guid id, CancellationToken cancellationToken)
    {
        var key = id.ToString();
        return db.AuditEvents.AnyAsync(one => one.EntityType == nameof(RuleDraft) && one.EntityId == key, cancellationToken);
    }

    /// <summary>Who saved the draft last.</summary>
    public Task<string?> LastEditorAsync(Guid id, CancellationToken cancellationToken)
    {
        var key = id.ToString();
        return db.AuditEvents.Where(one => one.EntityType == nameof(RuleDraft) && one.EntityId == key)
            .OrderByDescending(one => one.OccurredAt).ThenByDescending(one => one.Id)
            .Select(one => db.Users.Where(user => user.Id == one.ActorId).Select(user => user.DisplayName).FirstOrDefault())
            .FirstOrDefaultAsync(cancellationToken);
    }
}

/// <summary>A draft, and the revisions between which it would take its place.</summary>
/// <param name="Row">Its row.</param>
/// <param name="Competency">The competency, with what is published.</param>
/// <param name="Revision">What the draft requires.</param>
public sealed record DraftInHand(RuleDraft Row, Competency Competency, Revision Revision)
{
    /// <summary>The revision that judges on the day before it takes effect; null if none does.</summary>
    public Revision? Before { get; } = Competency.History.Revisions.LastOrDefault(one => one.EffectiveFrom < Row.EffectiveFrom);

    /// <summary>The published revision that follows it; null if none does.</summary>
    public Revision? Next { get; } = Competency.History.Revisions.FirstOrDefault(one => one.EffectiveFrom > Row.EffectiveFrom);

    public RevisionDifference? Difference => Before is null ? null : RevisionDifference.Between(Before, Revision);

    /// <summary>The thresholds and markets for which Gold asks for less than Silver.</summary>
    public IEnumerable<(CompetencyOption Option, Market Market)> Inversions =>
        from option in Revision.Options
        from threshold in option.Thresholds
        from market in Enum.GetValues<Market>()
        where threshold.Gold?.In(market) < threshold.Silver?.In(market)
        select (option, market);
}
