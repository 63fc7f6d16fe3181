namespace CompetencyPortal.Web.Resources;

/// <summary>Texts of signing in and out.</summary>
public sealed class AccountTexts;
