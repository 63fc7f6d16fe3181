namespace CompetencyPortal.Web.Resources;

/// <summary>Texts of the overview and of an option's page.</summary>
public sealed class PartnerTexts;
