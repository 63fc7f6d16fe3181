using System.Collections.Immutable;
using System.Globalization;
using CompetencyPortal.Domain.Competencies;
using CompetencyPortal.Domain.Credentials;
using CompetencyPortal.Domain.Requirements;
using CompetencyPortal.Domain.Revisions;

namespace CompetencyPortal.Web.Pages.People.Matrix;

/// <summary>
/// Whose credentials the matrix shows: those of an option, or of one slot of it. In the address
/// <c>competency/option</c>, or <c>competency/option/gold/1/1/2</c> for the second slot of the first team of Gold's first path.
/// </summary>
/// <param name="Competency">The competency's code.</param>
/// <param name="Option">The option.</param>
/// <param name="Place">The slot; null for the whole option.</param>
public sealed record PlaceChoice(string Competency, CompetencyOption Option, PlaceChoice.SlotPlace? Place)
{
    /// <summary>The codes that its criteria name.</summary>
    public IReadOnlySet<CredentialCode> Codes => (Place is { } place ? [place.Slot] : SlotsOf(Option).Select(one => one.Slot))
        .SelectMany(slot => slot.Criterion.Codes).ToHashSet();

    /// <summary>What the tiers concerned ask of people; of a slot, the path alone that it belongs to.</summary>
    public IEnumerable<(Tier Tier, StaffingRequirement Requirement)> Requirements => Place is { } place
        ? [(place.Tier, new StaffingRequirement([Option.StaffingFor(place.Tier)!.Paths[place.Path - 1]]))]
        : from tier in Enum.GetValues<Tier>() where Option.StaffingFor(tier) is not null select (tier, Option.StaffingFor(tier)!);

    /// <summary>Every option in force on the day that asks something of people, and every slot of it, in the rulebook's order.</summary>
    public static ImmutableArray<PlaceChoice> AllOn(DateOnly day, Rulebook rulebook) =>
    [
        .. from competency in rulebook.Competencies
           from option in competency.History.InForceOn(day)?.Options ?? []
           where SlotsOf(option).Any()
           from place in SlotsOf(option).Select(place => (SlotPlace?)place).Prepend(null)
           select new PlaceChoice(competency.Code, option, place),
    ];

    /// <summary>As it stands in an address.</summary>
    public override string ToString() => Place is { } place
        ? string.Create(CultureInfo.InvariantCulture, $"{Competency}/{Option.Code}/{place.Tier.ToString().ToLowerInvariant()}/{place.Path}/{place.Team}/{place.Number}")
        : $"{Competency}/{Option.Code}";

    private static IEnumerable<SlotPlace> SlotsOf(CompetencyOption option) =>
        from tier in Enum.GetValues<Tier>()
        from path in (option.StaffingFor(tier)?.Paths ?? []).Index()
        from team in path.Item.Teams.Index()
        from slot in team.Item.Slots.Index()
        select new SlotPlace(tier, path.Index + 1, team.Index + 1, slot.Index + 1, slot.Item);

    /// <summary>Where a slot stands in an option.</summary>
    /// <param name="Tier">The tier.</param>
    /// <param name="Path">The path's number, from 1.</param>
    /// <param name="Team">The team's number in the path, from 1.</param>
    /// <param name="Number">The slot's number in the team, from 1.</param>
    /// <param name="Slot">The slot.</param>
    public sealed record SlotPlace(Tier Tier, int Path, int Team, int Number, Slot Slot);
}
