namespace CompetencyPortal.Data.Entities;

/// <summary>What a browser was asked to sign with a passkey. It is answered once: the row goes with the answer, right or wrong.</summary>
public sealed class PasskeyChallenge
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    /// <summary>Whom the challenge was made for; null where anyone may sign in with it.</summary>
    public Guid? UserId { get; init; }

    public PortalUser? User { get; init; }

    /// <summary>What the framework needs to judge the answer.</summary>
    public required string State { get; init; }

    /// <summary>The first instant at which an answer comes too late.</summary>
    public required DateTimeOffset ExpiresAt { get; init; }
}
