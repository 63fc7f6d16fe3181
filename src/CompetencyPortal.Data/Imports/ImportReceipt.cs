namespace CompetencyPortal.Data.Imports;

/// <summary>What became of a file that was brought.</summary>
/// <param name="Id">The import that it began; null where the file is refused, and nothing of it is kept.</param>
/// <param name="Problem">Why it is refused; null where it is not.</param>
public sealed record ImportReceipt(Guid? Id, ImportError? Problem);
