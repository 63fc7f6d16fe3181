namespace CompetencyPortal.Web.Pages.Revenue;

/// <summary>A row that was saved where it stands in the list.</summary>
/// <param name="Row">The row.</param>
/// <param name="Message">What is said about it; null if nothing.</param>
public sealed record SavedRow(LineRowView Row, string? Message);
