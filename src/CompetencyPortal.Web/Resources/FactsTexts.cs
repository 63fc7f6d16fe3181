namespace CompetencyPortal.Web.Resources;

/// <summary>Texts of the pages for revenue, customers and people.</summary>
public sealed class FactsTexts;
