using CompetencyPortal.Domain.Competencies;

namespace CompetencyPortal.Web.Pages.Revenue;

/// <summary>A row of the list, and how it is shown.</summary>
/// <param name="Line">The line.</param>
/// <param name="Products">The products, for their names.</param>
/// <param name="WithAnswer">Whether the list asks whether its lines count.</param>
/// <param name="Back">The list's address.</param>
/// <param name="IsFocused">Whether the reader is led to it.</param>
public sealed record LineRowView(LineRow Line, ProductCatalog Products, bool WithAnswer, string Back, bool IsFocused = false);
