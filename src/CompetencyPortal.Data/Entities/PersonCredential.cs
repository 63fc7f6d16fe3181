using CompetencyPortal.Domain.Credentials;

namespace CompetencyPortal.Data.Entities;

/// <summary>A credential that a person passed. The same one may be passed again on another day; the earliest counts.</summary>
public sealed class PersonCredential : IPartnerFact, IVersioned
{
    public const int CodeLength = 64;

    public Guid Id { get; init; } = Guid.CreateVersion7();

    public required Guid PartnerId { get; init; }

    public required Guid PersonId { get; init; }

    public Person? Person { get; init; }

    public required CredentialCode Code { get; set; }

    /// <summary>The UTC day of the pass.</summary>
    public required DateOnly PassedOn { get; set; }

    public int Version { get; set; }
}
