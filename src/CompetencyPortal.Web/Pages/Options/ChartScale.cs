using System.Globalization;

namespace CompetencyPortal.Web.Pages.Options;

/// <summary>Where amounts lie on a bar's track, in percent as SVG writes it.</summary>
public readonly record struct ChartScale(decimal Least, decimal Greatest)
{
    public string At(decimal amount) => Percent(Least == Greatest ? 0 : (amount - Least) / (Greatest - Least));

    /// <summary>The distance between two amounts, whichever is greater.</summary>
    public string Between(decimal one, decimal other) => Percent(Least == Greatest ? 0 : Math.Abs(one - other) / (Greatest - Least));

    private static string Percent(decimal share) => (share * 100).ToString("0.##", CultureInfo.InvariantCulture) + "%";
}
