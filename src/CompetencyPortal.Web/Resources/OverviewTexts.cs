namespace CompetencyPortal.Web.Resources;

/// <summary>Texts of what goes with a standing: how current it is, what has changed, what undetermined means, and how to share and print it.</summary>
public sealed class OverviewTexts;
