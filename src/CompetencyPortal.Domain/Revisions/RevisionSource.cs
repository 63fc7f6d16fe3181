namespace CompetencyPortal.Domain.Revisions;

/// <summary>Where the requirements of a revision are written.</summary>
/// <param name="Document">The document, by the name under which it can be asked for.</param>
/// <param name="Version">The document's version where it has one.</param>
/// <param name="DatedBy">What the revision's dates rest on.</param>
public sealed record RevisionSource(string Document, DateOnly? Version, RevisionDating DatedBy);
