namespace CompetencyPortal.Web.Resources;

/// <summary>Texts about an organisation's customers: their codes, the history of their associations, and what an association would make count.</summary>
public sealed class CustomerTexts;
