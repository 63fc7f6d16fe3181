namespace CompetencyPortal.Web.Resources;

/// <summary>Texts of the revenue list: its filters, its corrections in place, its likely duplicates and acts on many lines.</summary>
public sealed class RevenueTexts;
