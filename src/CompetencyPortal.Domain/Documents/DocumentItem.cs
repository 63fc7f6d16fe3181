namespace CompetencyPortal.Domain.Documents;

/// <summary>An item of a list with its place.</summary>
internal readonly record struct DocumentItem<T>(T Value, DocumentPath Path);
