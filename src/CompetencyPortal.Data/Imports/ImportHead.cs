namespace CompetencyPortal.Data.Imports;

/// <summary>The beginning of a file as some settings read it, for whoever says which of its columns means what.</summary>
/// <param name="Settings">The settings.</param>
/// <param name="Columns">What the header calls the columns.</param>
/// <param name="Sample">The first rows.</param>
/// <param name="Problem">Why not even that can be read; null where it can.</param>
public sealed record ImportHead(ImportSettings Settings, IReadOnlyList<string> Columns, IReadOnlyList<ImportRecord> Sample, ImportError? Problem);
