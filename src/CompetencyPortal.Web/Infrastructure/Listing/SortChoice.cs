namespace CompetencyPortal.Web.Infrastructure.Listing;

/// <summary>The orders that a list offers where its headings cannot be clicked, as on a telephone.</summary>
/// <param name="Order">The present one.</param>
/// <param name="Columns">The columns that it can be sorted by, with their headings.</param>
public sealed record SortChoice(SortOrder Order, params IReadOnlyList<(string Column, string Text)> Columns);
