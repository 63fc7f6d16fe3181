using CompetencyPortal.Domain.Credentials;
using CompetencyPortal.Domain.Evidence;

namespace CompetencyPortal.Domain.Evaluation;

/// <summary>A pass that counted once and no longer does (see <see cref="Credential.CountsUntil"/>).</summary>
/// <param name="Person">Whose.</param>
/// <param name="Pass">The pass.</param>
public readonly record struct LapsedPass(Person Person, CredentialPass Pass);
