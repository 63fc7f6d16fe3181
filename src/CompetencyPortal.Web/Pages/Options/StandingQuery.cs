using CompetencyPortal.Data.Evidence;
using CompetencyPortal.Data.Rules;
using CompetencyPortal.Domain.Revisions;
using CompetencyPortal.Web.Infrastructure;

namespace CompetencyPortal.Web.Pages.Options;

/// <summary>What the standing of the reader's organisation is made of: the rulebook of this request, and the facts.</summary>
public sealed class StandingQuery(RulebookStore rulebooks, PartnerEvidenceQuery evidence, CurrentUser reader, AsOf asOf)
{
    public Task<Rulebook> LoadRulebookAsync(CancellationToken cancellationToken) =>
        rulebooks.GetAsync(reader.RulebookVersion, cancellationToken);

    public Task<LoadedEvidence> LoadFactsAsync(Rulebook rulebook, CancellationToken cancellationToken) =>
        evidence.LoadAsync(reader.PartnerId!.Value, asOf.Date, rulebook.Credentials, cancellationToken);
}
