namespace CompetencyPortal.Data.Entities;

/// <summary>One act on many revenue lines, with the lines as they were before it, so that it can be undone.</summary>
public sealed class BulkChange : IPartnerOwned, IVersioned
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public required Guid PartnerId { get; init; }

    /// <summary>Who did it.</summary>
    public required Guid ActorId { get; init; }

    public required BulkAct Act { get; init; }

    public required DateTimeOffset OccurredAt { get; init; }

    /// <summary>The first instant at which it can no longer be undone.</summary>
    public required DateTimeOffset ExpiresAt { get; init; }

    /// <summary>How many lines it changed.</summary>
    public required int Lines { get; init; }

    /// <summary>The lines before the act, with the version that it gave them, as JSON.</summary>
    public required string Before { get; init; }

    /// <summary>When it was undone; null if it was not.</summary>
    public DateTimeOffset? UndoneAt { get; set; }

    public int Version { get; set; }
}
