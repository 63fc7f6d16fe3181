namespace CompetencyPortal.Web.Resources;

/// <summary>Texts of the layout, and words that every page speaks.</summary>
public sealed class SharedTexts;
