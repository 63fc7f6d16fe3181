using System.Collections.Immutable;

using CompetencyPortal.Domain.Competencies;
using CompetencyPortal.Domain.Credentials;
using CompetencyPortal.Domain.Requirements;

namespace CompetencyPortal.Domain.Revisions;

/// <summary>Everything the program judges by: the competencies with their revisions, and the credentials and products that they name.</summary>
public sealed record Rulebook(ImmutableArray<Competency> Competencies, CredentialCatalog Credentials, ProductCatalog Products)
{
    /// <summary>The competency with <paramref name="code"/>, or null.</summary>
    public Competency? Competency(string code) => Competencies.FirstOrDefault(competency => competency.Code == code);

    /// <summary>Every threshold of the revisions in force on <paramref name="day"/>, in the rulebook's order, with what it belongs to.</summary>
    public IEnumerable<(Competency Competency, Revision Revision, CompetencyOption Option, RevenueThreshold Threshold)> ThresholdsInForceOn(DateOnly day) =>
        from competency in Competencies
        let revision = competency.History.InForceOn(day)
        where revision is not null
        from option in revision.Options
        from threshold in option.Thresholds
        select (competency, revision, option, threshold);
}
