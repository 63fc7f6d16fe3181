namespace CompetencyPortal.Web.Resources;

/// <summary>Texts of the mail that the portal sends.</summary>
public sealed class MailTexts;
