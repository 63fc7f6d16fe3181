namespace CompetencyPortal.Data.Entities;

/// <summary>A mail that was written with the deed it speaks of, and is sent afterwards.</summary>
public sealed class OutgoingMail
{
    public const int RecipientLength = 256;
    public const int SubjectLength = 400;
    public const int FailureLength = 400;

    public Guid Id { get; init; } = Guid.CreateVersion7();

    public required string Recipient { get; init; }

    public required string Subject { get; init; }

    /// <summary>The text, protected by data protection, because it may hold a link that opens an account; null once it need not be kept.</summary>
    public string? ProtectedText { get; set; }

    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>From when on the mail is no longer worth sending.</summary>
    public required DateTimeOffset ExpiresAt { get; init; }

    /// <summary>When it is to be sent, or tried again; null when nothing more is to be done.</summary>
    public DateTimeOffset? DueAt { get; set; }

    public int Attempts { get; set; }

    public DateTimeOffset? SentAt { get; set; }

    /// <summary>Why the last attempt failed, without anything secret.</summary>
    public string? Failure { get; set; }
}
