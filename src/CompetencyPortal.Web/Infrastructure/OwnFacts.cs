using CompetencyPortal.Data.Evidence;

namespace CompetencyPortal.Web.Infrastructure;

/// <summary>The facts of the reader's own organisation, and how the rulebook in force judges them on the as-of date.</summary>
public sealed class OwnFacts(StandingCache cache, PartnerEvidenceQuery evidence, RulebookInForce rulebook, CurrentUser reader, AsOf asOf)
{
    public async Task<JudgedEvidence> JudgeAsync(CancellationToken cancellationToken)
    {
        var key = new StandingKey(reader.PartnerId!.Value, reader.FactsVersion!.Value, reader.RulebookVersion, asOf.Date);
        return await cache.GetAsync(key, await rulebook.GetAsync(cancellationToken), evidence, cancellationToken);
    }
}
