namespace CompetencyPortal.Data.Entities;

/// <summary>
/// An account that somebody is invited to make, by a link that works once. The link holds a secret of which only the digest
/// is stored; the row goes when the invitation is accepted or withdrawn.
/// </summary>
public sealed class Invitation
{
    public const int EmailLength = 256;

    public Guid Id { get; init; } = Guid.CreateVersion7();

    /// <summary>The organisation invited to; null for programme staff.</summary>
    public Guid? PartnerId { get; init; }

    public Partner? Partner { get; init; }

    public required string Email { get; init; }

    public required string NormalizedEmail { get; init; }

    public required string DisplayName { get; init; }

    public required PortalRole Role { get; init; }

    /// <summary>Whether a partner member will see amounts.</summary>
    public bool MaySeeAmounts { get; init; }

    /// <summary>The language the invitation is written in.</summary>
    public required string Culture { get; init; }

    /// <summary>The SHA-256 digest of the link's token.</summary>
    public required byte[] TokenHash { get; set; }

    public required Guid InvitedBy { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>The first instant at which the link no longer works.</summary>
    public required DateTimeOffset ExpiresAt { get; set; }
}
