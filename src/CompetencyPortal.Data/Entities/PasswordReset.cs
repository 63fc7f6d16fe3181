namespace CompetencyPortal.Data.Entities;

/// <summary>
/// A link to choose a new password, sent to the account's own address. It holds a secret of which only the digest is stored,
/// and works once: the row goes when it is used.
/// </summary>
public sealed class PasswordReset
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public required Guid UserId { get; init; }

    public PortalUser? User { get; init; }

    /// <summary>The SHA-256 digest of the link's token.</summary>
    public required byte[] TokenHash { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>The first instant at which the link no longer works.</summary>
    public required DateTimeOffset ExpiresAt { get; init; }
}
