using CompetencyPortal.Domain.Requirements;
using CompetencyPortal.Domain.Revisions;
using CompetencyPortal.Web.Pages.Options;

namespace CompetencyPortal.Web.Pages.Revenue;

/// <summary>A threshold that revenue lines can be asked about: whether they count towards it.</summary>
/// <param name="Competency">The competency's code.</param>
/// <param name="Option">The option's code.</param>
/// <param name="Threshold">The threshold.</param>
/// <param name="Label">Its option's name and its own.</param>
public sealed record ThresholdChoice(string Competency, string Option, RevenueThreshold Threshold, string Label)
{
    /// <summary>As it stands in an address.</summary>
    public string Code => $"{Competency}/{Option}/{Threshold.Id}";

    /// <summary>The thresholds of the revisions in force on a day, in the rulebook's order.</summary>
    public static IReadOnlyList<ThresholdChoice> Of(Rulebook rulebook, DateOnly asOf, RevenueText texts) =>
    [
        .. from one in rulebook.ThresholdsInForceOn(asOf)
           select new ThresholdChoice(one.Competency.Code, one.Option.Code, one.Threshold, $"{one.Option.Name}: {texts.Title(one.Threshold.NetNewOnly)}"),
    ];
}
