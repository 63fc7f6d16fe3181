using CompetencyPortal.Data.Evidence;
using CompetencyPortal.Domain.Revisions;
using CompetencyPortal.Web.Infrastructure;

namespace CompetencyPortal.Web.Pages.Options;

/// <summary>The facts of the reader's own organisation, as they are judged on the as-of date.</summary>
public sealed class OwnFacts(PartnerEvidenceQuery evidence, CurrentUser reader, AsOf asOf)
{
    public Task<LoadedEvidence> LoadAsync(Rulebook rulebook, CancellationToken cancellationToken) =>
        evidence.LoadAsync(reader.PartnerId!.Value, asOf.Date, rulebook.Credentials, cancellationToken);
}
