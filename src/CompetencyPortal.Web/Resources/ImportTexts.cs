namespace CompetencyPortal.Web.Resources;

/// <summary>Texts about bringing facts in from files.</summary>
public sealed class ImportTexts;
