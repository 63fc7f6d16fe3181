using CompetencyPortal.Data.Entities;
using CompetencyPortal.Data.Values;
using CompetencyPortal.Domain.Revisions;

using Microsoft.EntityFrameworkCore;

namespace CompetencyPortal.Data.Rules;

/// <summary>Stores the built-in revisions, with their own dates, beside whatever staff published. What is stored stays as it is.</summary>
public static class RulebookSeed
{
    /// <summary>Adds the built-in revisions that are not stored yet; doing it again adds nothing.</summary>
    public static async Task ApplyAsync(PortalDbContext db, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var stored = await db.RuleRevisions.Select(row => new { row.CompetencyCode, row.EffectiveFrom }).ToListAsync(cancellationToken);
        foreach (var competency in BuiltInRulebook.Rulebook.Competencies)
        {
            foreach (var revision in competency.History.Revisions.Where(revision => !stored.Contains(new { CompetencyCode = competency.Code, revision.EffectiveFrom })))
            {
                var row = PublishedRevision.ToRow(competency.Code, revision, Instant.ToStored(now), reason: null, publishedBy: null);
                db.RuleRevisions.Add(row);
                db.Audit("RuleRevision.Published", nameof(RuleRevision), row.Id.ToString(), $"{row.CompetencyCode} {row.EffectiveFrom:yyyy-MM-dd}");
            }
        }

        await db.SaveChangesAsync(cancellationToken);
    }
}
