namespace CompetencyPortal.Web.Resources;

/// <summary>Texts about what can be taken away as a file.</summary>
public sealed class ExportTexts;
