using CompetencyPortal.Data;
using CompetencyPortal.Data.Entities;
using CompetencyPortal.Domain.Credentials;
using CompetencyPortal.Web.Infrastructure;
using CompetencyPortal.Web.Infrastructure.Exports;
using CompetencyPortal.Web.Infrastructure.Listing;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace CompetencyPortal.Web.Pages.People;

public sealed class IndexModel(PortalDbContext db, RulebookInForce rulebook, AsOf asOf) : ListModel
{
    /// <summary>Whether people must be employed on the as-of date, or must not.</summary>
    [FromQuery(Name = "employed")]
    public bool? Employed { get; set; }

    public ViewModel View { get; private set; } = null!;

    public bool IsFiltered => Search is not null || Employed is not null;

    private SortOrder Order => SortOrder.Of(SortAsked, "name", "from", "until");

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        var people = Filtered();
        var paging = Paging.In(await people.CountAsync(cancellationToken), PageAsked);
        var page = await paging.Of(Sorted(people)).Include(person => person.Credentials).ToListAsync(cancellationToken);
        var catalog = (await rulebook.GetAsync(cancellationToken)).Credentials;
        View = new ViewModel([.. page.Select(person => Row.Of(person, catalog, asOf.Date))], Order, paging);
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
            people = people.Where(person => named.Contains(person.Id) || (isCode && person.Credentials.Any(pass => pass.Code == code)));
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

    /// <summary>A person, with the codes of what was passed and counts on the as-of date, and of what no longer does.</summary>
    public sealed record Row(Guid Id, string Name, DateOnly? From, DateOnly? Until, IReadOnlyList<string> Counting, IReadOnlyList<string> NoLonger)
    {
        public static Row Of(Person person, CredentialCatalog catalog, DateOnly asOf)
        {
            var passed = person.Credentials.Where(pass => pass.PassedOn <= asOf)
                .ToLookup(pass => catalog.Find(pass.Code)?.Counts(pass.PassedOn, asOf) is true, pass => pass.Code.Value);
            return new Row(person.Id, person.Name, person.From, person.Until, InOrder(passed[true]), InOrder(passed[false]));
        }

        private static string[] InOrder(IEnumerable<string> codes) => [.. codes.Distinct().Order(StringComparer.Ordinal)];
    }
}
