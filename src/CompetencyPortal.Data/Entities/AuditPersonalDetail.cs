namespace CompetencyPortal.Data.Entities;

/// <summary>The personal part of an <see cref="AuditEvent"/>, kept apart so that a person can be erased.</summary>
public sealed class AuditPersonalDetail
{
    public Guid AuditEventId { get; init; }

    /// <summary>The person, or the account, that the text is about.</summary>
    public required Guid SubjectId { get; init; }

    public required string Text { get; init; }
}
