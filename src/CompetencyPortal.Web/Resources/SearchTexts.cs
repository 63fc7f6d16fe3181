namespace CompetencyPortal.Web.Resources;

/// <summary>Texts of the search.</summary>
public sealed class SearchTexts;
