namespace CompetencyPortal.Web.Resources;

/// <summary>Texts of the programme staff's pages.</summary>
public sealed class ProgramTexts;
