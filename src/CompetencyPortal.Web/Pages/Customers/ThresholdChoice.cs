using System.Collections.Immutable;
using CompetencyPortal.Domain.Competencies;
using CompetencyPortal.Domain.Requirements;
using CompetencyPortal.Domain.Revisions;

namespace CompetencyPortal.Web.Pages.Customers;

/// <summary>A threshold of a revision in force that asks for an association; in the address <c>competency/option/threshold</c>.</summary>
/// <param name="Competency">The competency's code.</param>
/// <param name="Revision">The revision in force.</param>
/// <param name="Option">The option.</param>
/// <param name="Threshold">The threshold.</param>
public sealed record ThresholdChoice(string Competency, Revision Revision, CompetencyOption Option, RevenueThreshold Threshold)
{
    /// <summary>Every one of the revisions in force on the day, in the rulebook's order.</summary>
    public static ImmutableArray<ThresholdChoice> AllOn(DateOnly day, Rulebook rulebook) =>
    [
        .. from one in rulebook.ThresholdsInForceOn(day)
           where one.Threshold.Association is not null
           select new ThresholdChoice(one.Competency.Code, one.Revision, one.Option, one.Threshold),
    ];

    /// <summary>As it stands in an address.</summary>
    public override string ToString() => $"{Competency}/{Option.Code}/{Threshold.Id}";
}
