namespace CompetencyPortal.Data.Entities;

/// <summary>A signed-in browser. The cookie holds a secret of which only the digest is stored; deleting the row ends the session.</summary>
public sealed class UserSession
{
    public const int UserAgentLength = 300;

    public Guid Id { get; init; } = Guid.CreateVersion7();

    /// <summary>The SHA-256 digest of the cookie's token.</summary>
    public required byte[] TokenHash { get; init; }

    public required Guid UserId { get; init; }

    public PortalUser? User { get; init; }

    public required SessionStage Stage { get; init; }

    /// <summary>What the browser says of itself, so that its owner recognises it; at most <see cref="UserAgentLength"/> characters.</summary>
    public string? UserAgent { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>The person's last use of the portal before this session; null if it is the first.</summary>
    public DateTimeOffset? PreviousVisitAt { get; init; }

    /// <summary>The last use, to the minute.</summary>
    public required DateTimeOffset LastSeenAt { get; set; }

    /// <summary>The first instant at which the session no longer signs in, however much it is used.</summary>
    public required DateTimeOffset ExpiresAt { get; init; }
}
