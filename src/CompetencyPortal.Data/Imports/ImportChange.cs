namespace CompetencyPortal.Data.Imports;

/// <summary>A field that a row changes.</summary>
/// <param name="Column">The field.</param>
/// <param name="Old">What is stored: days are ISO, amounts invariant, a customer by name, a product by code; null for nothing.</param>
/// <param name="New">What the row says, likewise.</param>
public sealed record ImportChange(ImportColumn Column, string? Old, string? New);
