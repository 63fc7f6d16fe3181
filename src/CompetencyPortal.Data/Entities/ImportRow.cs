using System.Collections.Immutable;

using CompetencyPortal.Data.Imports;
using CompetencyPortal.Domain.Competencies;
using CompetencyPortal.Domain.Credentials;
using CompetencyPortal.Domain.Evidence;

namespace CompetencyPortal.Data.Entities;

/// <summary>
/// What one row of a file says, checked. A row is about a <em>subject</em> (a customer, a person; for revenue the customer,
/// who must be there) and may state one thing of it, the <em>target</em> (a revenue line, an association, a pass).
/// Rows are written by the check alone and never edited; a new check writes them anew.
/// </summary>
public sealed class ImportRow : IPartnerOwned
{
    public required Guid PartnerId { get; init; }

    public required Guid ImportId { get; init; }

    /// <summary>Which row it is, from 1; the header and rows without content are not counted.</summary>
    public required int Number { get; init; }

    /// <summary>The line of the file on which it begins, from 1.</summary>
    public required int Line { get; init; }

    public required ImportOutcome Outcome { get; set; }

    /// <summary>Everything that is wrong with it; empty unless it is refused.</summary>
    public ImmutableArray<ImportError> Errors { get; set; } = [];

    /// <summary>What it changes, field by field; empty unless something changes.</summary>
    public ImmutableArray<ImportChange> Changes { get; set; } = [];

    /// <summary>The cells as they stand in the file, each shortened to what a page can show; empty unless it is refused.</summary>
    public ImmutableArray<string> Cells { get; set; } = [];

    /// <summary>What it speaks of, where rows that speak of the same must agree: rows with equal identities are about one thing.</summary>
    public Guid? Identity { get; init; }

    /// <summary>A digest of what it says of that; equal where two rows agree.</summary>
    public long? Content { get; init; }

    /// <summary>The customer or person: its present key, or the one that it is going to have.</summary>
    public Guid? SubjectId { get; init; }

    /// <summary>What the row does to the customer or person; null where it is refused.</summary>
    public ImportOutcome? SubjectOutcome { get; set; }

    /// <summary>The version of the customer or person that was compared; null for a new one.</summary>
    public int? SubjectVersion { get; init; }

    /// <summary>The line, association or pass: its present key, or the one that it is going to have; null where the row states none.</summary>
    public Guid? TargetId { get; init; }

    /// <summary>What the row does to that; null where it states none, or is refused.</summary>
    public ImportOutcome? TargetOutcome { get; set; }

    /// <summary>The version of the line that was compared; null for a new one.</summary>
    public int? TargetVersion { get; init; }

    /// <summary>A revenue line's reference, or a customer's code.</summary>
    public OwnReference? Reference { get; init; }

    /// <summary>The customer's or the person's name.</summary>
    public string? Name { get; init; }

    public EmailAddress? Email { get; init; }

    public ProductCode? Product { get; init; }

    /// <summary>The day of a sale, or of a pass.</summary>
    public DateOnly? Date { get; init; }

    public decimal? Amount { get; init; }

    public bool? NetNew { get; init; }

    public AssociationType? Association { get; init; }

    /// <summary>The first day of an association, or of employment.</summary>
    public DateOnly? From { get; init; }

    /// <summary>The last day of an association, or of employment, inclusive.</summary>
    public DateOnly? Until { get; init; }

    public CredentialCode? Credential { get; init; }
}
