namespace CompetencyPortal.Web.Resources;

/// <summary>Texts about an organisation's people: their addresses, what their leaving would cost, the places they fit, and the matrix.</summary>
public sealed class PeopleTexts;
