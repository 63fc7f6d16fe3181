using CompetencyPortal.Data;
using CompetencyPortal.Data.Entities;
using CompetencyPortal.Domain.Credentials;
using CompetencyPortal.Domain.Planning;
using CompetencyPortal.Web.Infrastructure;
using CompetencyPortal.Web.Infrastructure.Exports;
using CompetencyPortal.Web.Infrastructure.Listing;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace CompetencyPortal.Web.Pages.People;

public sealed class IndexModel(PortalDbContext db, RulebookInForce rulebook, Outlook outlook, AsOf asOf) : ListModel
{
    /// <summary>Whether people must be employed on the as-of date, or must not.</summary>
    [FromQuery(Name = "employed")]
    public bool? Employed { get; set; }

    public ViewModel View { get; private set; } = null!;

    public bool IsFiltered => Search is not null || Employed is not null;

    private SortOrder Order => SortOrder.Of(SortAsked, "name", "from", "until", "cost");

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        var people = Filtered();
        var paging = Paging.In(await people.CountAsync(cancellationToken), PageAsked);
        var seen = await outlook.LoadAsync(cancellationToken);
        var page = await PageAsync(people, paging, seen, cancellationToken);
        var catalog = (await rulebook.GetAsync(cancellationToken)).Credentials;
        View = new ViewModel([.. page.Select(person => Row.Of(person, catalog, asOf.Date, seen))], Order, paging);
    }

    /// <summary>What leaving would cost is no column of the database: by it, people are put in order here.</summary>
    private async Task<IReadOnlyList<Person>> PageAsync(IQueryable<Person> people, Paging paging, OutlookView seen, CancellationToken cancellationToken)
    {
        if (Order.Column is not "cost")
        {
            return await paging.Of(Sorted(people)).Include(person => person.Credentials).ToListAsync(cancellationToken);
        }

        var byName = await people.OrderBy(person => person.Name).ThenBy(person => person.Id).Select(person => person.Id).ToListAsync(cancellationToken);
        var ids = paging.Of(Order.Sort(byName, id => (seen.DepartureOf(id)?.TiersLost ?? 0, seen.DepartureOf(id)?.PlacesLost ?? 0))).ToList();
        var page = await db.People.AsNoTracking().Where(person => ids.Contains(person.Id)).Include(person => person.Credentials).ToListAsync(cancellationToken);
        return [.. page.OrderBy(person => ids.IndexOf(person.Id))];
    }

    public CsvResult OnGetExport() => new($"people-{asOf.Iso}", PeopleFile.Of(Sorted(Filtered())));

    private IQueryable<Person> Filtered()
    {
        var day = asOf.Date;
        var people = db.People.AsNoTracking();
        if (Search is { } search)
        {
            var isCode = CredentialCode.TryParse(search, out var code);
            var named = people.Containing(person => person.Name, search).Select(person => person.Id);
            var address = search.ToLowerInvariant();
            people = people.Where(person => named.Contains(person.Id) || (person.Email != null && person.EmailKey.Contains(address)) || (isCode && person.Credentials.Any(pass => pass.Code == code)));
        }

        if (Employed is { } employed)
        {
            people = people.Where(person => employed == ((person.From == null || person.From <= day) && (person.Until == null || person.Until >= day)));
        }

        return people;
    }

    private IQueryable<Person> Sorted(IQueryable<Person> people)
    {
        var order = Order;
        var sorted = order.Column switch
        {
            "from" => order.Sort(people, person => person.From),
            "until" => order.Sort(people, person => person.Until),
            _ => order.Sort(people, person => person.Name),
        };
        return sorted.ThenBy(person => person.Name).ThenBy(person => person.Id);
    }

    public sealed record ViewModel(IReadOnlyList<Row> People, SortOrder Order, Paging Paging);

    /// <summary>
    /// A person, with the codes of what was passed and counts on the as-of date, and of what no longer does, the places nearly
    /// fitted, and what leaving would cost.
    /// </summary>
    public sealed record Row(
        Guid Id, string Name, string? Email, DateOnly? From, DateOnly? Until, IReadOnlyList<string> Counting, IReadOnlyList<string> NoLonger,
        IReadOnlyList<PersonPlace> Near, Departure? Departure)
    {
        public static Row Of(Person person, CredentialCatalog catalog, DateOnly asOf, OutlookView outlook)
        {
            var passed = person.Credentials.Where(pass => pass.PassedOn <= asOf)
                .ToLookup(pass => catalog.Find(pass.Code)?.Counts(pass.PassedOn, asOf) is true, pass => pass.Code.Value);
            return new Row(person.Id, person.Name, person.Email?.Value, person.From, person.Until, InOrder(passed[true]), InOrder(passed[false]),
                [.. outlook.NearlyFittedBy(person.Id)], outlook.DepartureOf(person.Id));
        }

        private static string[] InOrder(IEnumerable<string> codes) => [.. codes.Distinct().Order(StringComparer.Ordinal)];
    }
}
