using CompetencyPortal.Domain.Competencies;
using CompetencyPortal.Domain.Evaluation;
using CompetencyPortal.Domain.Planning;
using CompetencyPortal.Domain.Requirements;
using CompetencyPortal.Web.Infrastructure;
using CompetencyPortal.Web.Pages.People.Matrix;
using CompetencyPortal.Web.Resources;
using Microsoft.Extensions.Localization;

namespace CompetencyPortal.Web.Pages.People;

/// <summary>What depends on a person, in sentences.</summary>
public sealed class PeopleText(IStringLocalizer<PeopleTexts> texts, Formats formats, EnumText words)
{
    /// <summary>Each tier that would be lost, as a list shows it.</summary>
    public IEnumerable<string> Losses(Departure departure) => departure.Losses.Select(loss => loss.AttainedAfter is { } after
        ? texts["Cost.Falls", loss.Option.Option.Name, words[loss.Option.Attained!.Value], words[after]].Value
        : texts["Cost.Loses", loss.Option.Option.Name, words[loss.Option.Attained!.Value]].Value);

    /// <summary>What would become of an option if the person left, and for want of whom.</summary>
    public string Sentence(OptionDeparture departure, Departure whose)
    {
        var option = departure.Option.Option.Name;
        if (!departure.IsLoss)
        {
            return texts["Leave.Further", option, formats.Clauses(departure.Tiers.Select(tier => Filled(tier, tier.Tier.Staffing!.Without(whose.Person))))];
        }

        var before = departure.Option.Attained!.Value;
        var lost = departure.Tiers.First(tier => tier.Tier.Tier == before);
        var why = formats.Clauses(Unfilled(lost.Tier.Staffing!.Without(whose.Person)));
        return departure.AttainedAfter is { } after
            ? texts["Leave.Falls", option, words[before], words[after], why]
            : texts["Leave.Loses", option, words[before], why];
    }

    /// <summary>Which slot of its path it is: the team and the group, each only where there are several; empty where there is only one.</summary>
    private string PlaceName(StaffingPath path, int team, int slot) =>
        (path.Teams.Length > 1, path.Teams[team - 1].Slots.Length > 1) switch
        {
            (true, true) => texts["Slot.TeamAndGroup", formats.Number(team), formats.Number(slot)],
            (true, false) => texts["Slot.Team", formats.Number(team)],
            (false, true) => texts["Slot.Group", formats.Number(slot)],
            (false, false) => "",
        };

    /// <summary>The tier, and the slot where there are several.</summary>
    public string TierAndPlace(Tier tier, StaffingFinding finding, SlotSlack slack) => PlaceName(finding.Path, slack.Team, slack.Slot) is { Length: > 0 } place
        ? texts["Slot.OfTier", words[tier], place]
        : words[tier];

    /// <summary>The same for a slot that may be chosen, with the path where there are several.</summary>
    public string TierAndPlace(CompetencyOption option, PlaceChoice.SlotPlace place)
    {
        var requirement = option.StaffingFor(place.Tier)!;
        var path = requirement.Paths[place.Path - 1];
        string[] parts =
        [
            .. requirement.Paths.Length > 1 ? [texts["Slot.Path", formats.Number(place.Path)].Value] : Array.Empty<string>(),
            .. PlaceName(path, place.Team, place.Number) is { Length: > 0 } name ? [name] : Array.Empty<string>(),
        ];
        return parts is [] ? words[place.Tier] : texts["Slot.OfTier", words[place.Tier], formats.List(parts)];
    }

    private string Filled(TierDeparture tier, StaffingFinding after) =>
        formats.Count(texts, "Leave.Tier", after.Filled, formats.Number(after.Required), words[tier.Tier.Tier], formats.Number(tier.Tier.Staffing!.Filled));

    private IEnumerable<string> Unfilled(StaffingFinding after) => after.Assignments.Where(slot => slot.Unfilled > 0).Select(slot =>
        PlaceName(after.Path, slot.Team, slot.Slot) is { Length: > 0 } place
            ? formats.Count(texts, "Leave.Group", slot.People.Length, formats.Number(slot.Places), place)
            : formats.Count(texts, "Leave.Places", slot.People.Length, formats.Number(slot.Places)));
}
