using CompetencyPortal.Domain.Competencies;
using CompetencyPortal.Domain.Evaluation;
using CompetencyPortal.Domain.Requirements;
using CompetencyPortal.Web.Infrastructure;
using CompetencyPortal.Web.Resources;
using Microsoft.Extensions.Localization;

namespace CompetencyPortal.Web.Pages.Options;

/// <summary>A staffing requirement of any shape in sentences, and why its places stay empty.</summary>
public sealed class StaffingText(IStringLocalizer<PartnerTexts> texts, Formats formats, EnumText words, CriterionText criteria)
{
    /// <summary>What a tier asks for: paths of teams of slots, each level told only where there are several.</summary>
    public RulePart Asks(Tier tier, StaffingRequirement requirement)
    {
        var rule = requirement.Paths is [var only]
            ? Path(only)
            : new RulePart(formats.Count(texts, "Rule.Paths", requirement.Paths.Length), [.. requirement.Paths.Select(Path)]);
        return rule with { Text = rule.Parts.IsEmpty ? texts["Rule.People", words[tier], rule.Text] : texts["Rule.PeopleParts", words[tier], rule.Text] };
    }

    /// <summary>Who there is for how many places, for the slots that block a team.</summary>
    public string Blocking(StaffingFinding finding, BlockingSlots blocking)
    {
        var people = blocking.People.Length is 0
            ? formats.Count(texts, "Blocking.Nobody", blocking.Places)
            : formats.Count(
                texts, "Blocking.Some", blocking.People.Length, formats.Number(blocking.Places), formats.List(blocking.People.Select(person => person.Name)));
        var slots = finding.Path.Teams[blocking.Team - 1].Slots.Length is 1
            ? people
            : formats.Count(texts, "Blocking.Groups", blocking.Slots.Length, formats.List(blocking.Slots.Select(formats.Number)), people);
        return finding.Path.Teams.Length is 1 ? slots : texts["Blocking.Team", formats.Number(blocking.Team), slots];
    }

    /// <summary>What each person of a slot must hold.</summary>
    public string Each(Slot slot) => texts["Staffing.Each", criteria.Of(slot.Criterion)];

    public string NearMiss(NearMiss miss) => texts["NearMiss.Lacks", miss.Person.Name, criteria.Of(miss.Missing)];

    public string Lapsed(LapsedPass lapsed) => texts[
        "Lapsed.Pass",
        lapsed.Person.Name,
        lapsed.Pass.Credential.Code,
        formats.Day(lapsed.Pass.PassedOn),
        formats.Day(lapsed.Pass.Credential.CountsUntil!.Value)];

    private RulePart Path(StaffingPath path) => path.Teams is [var only]
        ? Team(only)
        : new RulePart(formats.Count(texts, "Rule.Teams", path.Teams.Length), [.. path.Teams.Select(Team)]);

    private RulePart Team(Team team) => team.Slots is [var only]
        ? Slot(only)
        : new RulePart(formats.Count(texts, "Rule.Team", team.Places), [.. team.Slots.Select(Slot)]);

    private RulePart Slot(Slot slot) => new(formats.Count(texts, "Rule.Slot", slot.Places, criteria.Of(slot.Criterion)));
}
