using System.Collections.Immutable;
using CompetencyPortal.Domain.Evaluation;
using CompetencyPortal.Domain.Planning;

namespace CompetencyPortal.Web.Pages.People;

/// <summary>What leaving would cost, and which places people fit or nearly fit.</summary>
public sealed class OutlookView(ImmutableArray<CompetencyStanding> standings, ImmutableArray<Departure> departures, DateOnly asOf)
{
    private readonly Dictionary<Guid, Departure> _departures = departures.ToDictionary(departure => Guid.Parse(departure.Person.Id));
    private readonly ILookup<Guid, PersonPlace> _near = PlacesOf(standings)
        .SelectMany(place => place.Finding.NearMisses().Where(miss => miss.Team == place.Slack.Team && miss.Slot == place.Slack.Slot)
            .Select(miss => (Person: Guid.Parse(miss.Person.Id), Place: place with { Missing = miss.Missing })))
        .ToLookup(miss => miss.Person, miss => miss.Place);

    /// <summary>What it would cost if the person left; null if they are not employed on the as-of date.</summary>
    public Departure? DepartureOf(Guid person) => _departures.GetValueOrDefault(person);

    /// <summary>The places that the person nearly fits: those that nobody fills first, then what lacks the fewest credentials.</summary>
    public IEnumerable<PersonPlace> NearlyFittedBy(Guid person) =>
        _near[person].OrderByDescending(place => place.Slack.Unfilled > 0).ThenBy(place => place.CredentialsMissing);

    /// <summary>The places that the person fits or nearly fits, in the rulebook's order; those whose requirement can be told of one path.</summary>
    public IEnumerable<PersonPlace> FittedOrNearlyBy(Guid person) => _departures.TryGetValue(person, out var departure)
        ? PlacesOf(standings).Select(place => place with { Missing = place.Slot.Criterion.MissingFor(departure.Person, asOf) })
            .Where(place => place.Missing is null || place.Slot.Criterion.Codes.Any(code => departure.Person.Holds(code, asOf)))
        : [];

    /// <summary>Every slot of every tier whose requirement of people is judged, in the rulebook's order.</summary>
    public static IEnumerable<PersonPlace> PlacesOf(ImmutableArray<CompetencyStanding> standings) =>
        from competency in standings
        from option in competency.Options
        from tier in option.Tiers
        where tier.Staffing is not null
        from slack in tier.Staffing!.Slack()
        select new PersonPlace(competency.Competency.Code, option.Option, tier.Tier, tier.Staffing!, slack, null);
}
