using CompetencyPortal.Data;
using CompetencyPortal.Data.Entities;
using CompetencyPortal.Domain.Revisions;
using Microsoft.EntityFrameworkCore;

namespace CompetencyPortal.Web.Pages.Program.Rulebook;

/// <summary>Stores a draft, with what changed in the audit trail.</summary>
public sealed class DraftSaving(PortalDbContext db, TimeProvider clock)
{
    /// <summary>Stores <paramref name="revised"/> as a new draft, or in place of what <paramref name="draft"/> holds, and returns its id.</summary>
    /// <exception cref="DbUpdateConcurrencyException">Somebody saved or removed the draft since the version that was read.</exception>
    public async Task<Guid> SaveAsync(
        RuleDraft? draft, ReviseModel.InputModel input, string competency, Revision basis, Revision revised, CancellationToken cancellationToken)
    {
        var document = RevisionDocument.Write(revised);
        var row = draft ?? new RuleDraft
        {
            CompetencyCode = competency,
            EffectiveFrom = revised.EffectiveFrom,
            Document = document,
            Reason = input.Reason!.Trim(),
            Source = input.Source!.Trim(),
            CreatedBy = db.ActorId ?? throw new InvalidOperationException("A draft is made by somebody."),
            CreatedAt = clock.GetUtcNow(),
        };
        if (draft is null)
        {
            db.RuleDrafts.Add(row);
        }
        else
        {
            (row.EffectiveFrom, row.Document, row.Reason, row.Source) = (revised.EffectiveFrom, document, input.Reason!.Trim(), input.Source!.Trim());
            db.Expect(row, input.Version);
        }

        db.Audit(
            draft is null ? "RuleDraft.Created" : "RuleDraft.Changed", nameof(RuleDraft), row.Id.ToString(),
            string.Join("; ", [$"{competency} {row.EffectiveFrom:yyyy-MM-dd}", .. Changes(RevisionDifference.Between(basis, revised))]));
        await db.SaveChangesAsync(cancellationToken);
        return row.Id;
    }

    private static IEnumerable<string> Changes(RevisionDifference difference) =>
        from amount in difference.Amounts
        where amount.IsChanged
        select FormattableString.Invariant(
            $"{amount.Option.Code} {amount.Threshold.Id} {amount.Tier} {amount.Market}: {amount.Before} → {amount.After}");
}
