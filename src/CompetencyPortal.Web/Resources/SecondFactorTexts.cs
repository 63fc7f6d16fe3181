namespace CompetencyPortal.Web.Resources;

/// <summary>Texts of the second factor: authenticator apps and recovery codes.</summary>
public sealed class SecondFactorTexts;
