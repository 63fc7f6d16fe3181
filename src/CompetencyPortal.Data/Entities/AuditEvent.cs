namespace CompetencyPortal.Data.Entities;

/// <summary>
/// What somebody did, stored in the same transaction as the deed. Events are only ever added; they name people by id
/// alone, and what is personal stands in <see cref="Personal"/>, which can be erased without touching the trail.
/// </summary>
public sealed class AuditEvent
{
    public const int ActionLength = 100;
    public const int EntityTypeLength = 100;
    public const int EntityIdLength = 200;

    public Guid Id { get; init; } = Guid.CreateVersion7();

    /// <summary>When; written by the context as it saves.</summary>
    public DateTimeOffset OccurredAt { get; internal set; }

    /// <summary>Who; null for the program itself.</summary>
    public Guid? ActorId { get; init; }

    /// <summary>The organisation concerned; null for the programme's own matters.</summary>
    public Guid? PartnerId { get; init; }

    /// <summary>What was done, as <c>Noun.Act</c>: <c>RevenueLine.Added</c>.</summary>
    public required string Action { get; init; }

    public required string EntityType { get; init; }

    public required string EntityId { get; init; }

    /// <summary>What changed, without anything personal.</summary>
    public string? Details { get; init; }

    public AuditPersonalDetail? Personal { get; init; }
}
