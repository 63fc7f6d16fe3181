using System.Collections.Immutable;

using CompetencyPortal.Domain.Competencies;
using CompetencyPortal.Domain.Credentials;

namespace CompetencyPortal.Domain.Revisions;

/// <summary>Everything the program judges by: the competencies with their revisions, and the credentials and products that they name.</summary>
public sealed record Rulebook(ImmutableArray<Competency> Competencies, CredentialCatalog Credentials, ProductCatalog Products)
{
    /// <summary>The competency with <paramref name="code"/>, or null.</summary>
    public Competency? Competency(string code) => Competencies.FirstOrDefault(competency => competency.Code == code);
}
