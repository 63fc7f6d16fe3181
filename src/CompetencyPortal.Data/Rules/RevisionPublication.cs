using CompetencyPortal.Data.Entities;
using CompetencyPortal.Data.Saving;
using CompetencyPortal.Data.Values;
using CompetencyPortal.Domain.Revisions;

using Microsoft.EntityFrameworkCore;

namespace CompetencyPortal.Data.Rules;

/// <summary>
/// The act of publishing: a draft becomes a revision that never changes again, and the rulebook's version rises with it, in
/// one transaction. Of two people who publish at once, one does.
/// </summary>
public sealed class RevisionPublication(PortalDbContext db, TimeProvider clock)
{
    /// <summary>Publishes the draft as it stood in <paramref name="version"/>.</summary>
    /// <exception cref="Domain.Documents.DocumentException">The draft's document is not a revision.</exception>
    public async Task<PublicationOutcome> PublishAsync(Guid draftId, int version, CancellationToken cancellationToken = default)
    {
        var draft = await db.RuleDrafts.SingleOrDefaultAsync(row => row.Id == draftId, cancellationToken);
        if (draft is null || draft.Version != version)
        {
            return PublicationOutcome.Refused(PublicationRefusal.DraftChanged);
        }

        var now = Instant.ToStored(clock.GetUtcNow());
        var today = DateOnly.FromDateTime(now.UtcDateTime);
        if (draft.EffectiveFrom < today)
        {
            return PublicationOutcome.Refused(PublicationRefusal.Backdated);
        }

        var before = await db.RuleRevisions.AsNoTracking()
            .Where(row => row.CompetencyCode == draft.CompetencyCode && row.EffectiveFrom <= draft.EffectiveFrom)
            .OrderByDescending(row => row.EffectiveFrom).FirstOrDefaultAsync(cancellationToken);
        if (before?.EffectiveFrom == draft.EffectiveFrom)
        {
            return PublicationOutcome.Refused(PublicationRefusal.DayTaken);
        }

        var revision = ToRevision(draft, today);
        if (before is not null && RevisionDifference.Between(PublishedRevision.Read(before, BuiltInRulebook.Rulebook), revision).IsEmpty)
        {
            return PublicationOutcome.Refused(PublicationRefusal.ChangesNothing);
        }

        return await SaveAsync(draft, PublishedRevision.ToRow(draft.CompetencyCode, revision, now, draft.Reason, db.ActorId), cancellationToken);
    }

    private static Revision ToRevision(RuleDraft draft, DateOnly today) => RevisionDocument.Read(draft.Document, BuiltInRulebook.Rulebook) with
    {
        EffectiveFrom = draft.EffectiveFrom,
        PublishedOn = today,
        Source = new RevisionSource(draft.Source, Version: null, RevisionDating.Statement),
    };

    private async Task<PublicationOutcome> SaveAsync(RuleDraft draft, RuleRevision revision, CancellationToken cancellationToken)
    {
        db.RuleDrafts.Remove(draft);
        db.RuleRevisions.Add(revision);
        db.Audit("RuleRevision.Published", nameof(RuleRevision), revision.Id.ToString(), $"{revision.CompetencyCode} {revision.EffectiveFrom:yyyy-MM-dd}");
        try
        {
            await db.SaveChangesAsync(cancellationToken);
            return new PublicationOutcome(revision, null);
        }
        catch (DbUpdateException exception) when (exception is DuplicateRowException or DbUpdateConcurrencyException)
        {
            // Somebody was faster, between the look above and the save. What was to be saved is forgotten.
            db.ChangeTracker.Clear();
            return PublicationOutcome.Refused(exception is DuplicateRowException ? PublicationRefusal.DayTaken : PublicationRefusal.DraftChanged);
        }
    }
}
