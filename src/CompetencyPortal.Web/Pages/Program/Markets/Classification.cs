using CompetencyPortal.Domain.Competencies;

namespace CompetencyPortal.Web.Pages.Program.Markets;

/// <summary>What staff choose for a country: a market, or none. In a form, the choice of none and no choice are two things.</summary>
public enum Classification
{
    Developed,
    Developing,
    NotClassified,
}

internal static class Classifications
{
    public static Classification Of(Market? market) => market is { } known ? Of(known) : Classification.NotClassified;

    public static Market? ToMarket(this Classification classification) => classification switch
    {
        Classification.Developed => Market.Developed,
        Classification.Developing => Market.Developing,
        Classification.NotClassified => null,
    };

    private static Classification Of(Market market) => market switch
    {
        Market.Developed => Classification.Developed,
        Market.Developing => Classification.Developing,
    };
}
