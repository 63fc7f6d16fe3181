namespace CompetencyPortal.Web.Resources;

/// <summary>The names of countries, by their ISO 3166 codes.</summary>
public sealed class CountryNames;
