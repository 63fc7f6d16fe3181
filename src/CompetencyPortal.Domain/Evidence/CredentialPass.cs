using CompetencyPortal.Domain.Credentials;

namespace CompetencyPortal.Domain.Evidence;

/// <summary>A credential that a person passed on a day. The same credential may be passed twice; the earliest pass counts.</summary>
/// <param name="Credential">What was passed.</param>
/// <param name="PassedOn">When; a UTC day, possibly in the future.</param>
public readonly record struct CredentialPass(Credential Credential, DateOnly PassedOn);
