using System.Collections.Immutable;
using CompetencyPortal.Data;
using CompetencyPortal.Data.Entities;
using CompetencyPortal.Domain.Credentials;
using CompetencyPortal.Domain.Revisions;
using CompetencyPortal.Web.Infrastructure;
using CompetencyPortal.Web.Infrastructure.Listing;
using CompetencyPortal.Web.Pages.Options;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace CompetencyPortal.Web.Pages.Search;

/// <summary>Finds things by what they are called: facts of the organisation at work, and what the rulebook names. No amount is part of it.</summary>
public sealed class Finder(PortalDbContext db, RulebookInForce rules, Formats formats, AsOf asOf)
{
    /// <summary>What was found, by kind; at most <paramref name="most"/> of each, and nothing of a kind of which there is none.</summary>
    public async Task<ImmutableArray<SearchGroup>> FindAsync(SearchAsked asked, int most, IUrlHelper urls, CancellationToken cancellationToken)
    {
        var rulebook = await rules.GetAsync(cancellationToken);
        var text = asked.Text;
        SearchGroup[] groups =
        [
            Group(SearchKind.People, await PeopleAsync(text, most, urls, cancellationToken), most, urls.Page("/People/Index", new { search = text })),
            Group(SearchKind.Customers, await CustomersAsync(text, most, urls, cancellationToken), most, urls.Page("/Customers/Index", new { search = text })),
            Group(SearchKind.RevenueLines, await LinesAsync(text, rulebook, most, urls, cancellationToken), most, urls.Page("/Revenue/Index", new { search = text })),
            Group(SearchKind.Credentials, Credentials(text, rulebook, urls), most, null),
            Group(SearchKind.Products, Products(text, rulebook, urls), most, null),
            Group(SearchKind.Options, Options(text, rulebook, urls), most, null),
        ];
        return [.. groups.Where(group => !group.Hits.IsEmpty)];
    }

    private static SearchGroup Group(SearchKind kind, List<SearchGroup.Hit> hits, int most, string? all) =>
        new(kind, [.. all is null ? hits : hits.Take(most)], hits.Count > most ? all : null);

    private async Task<List<SearchGroup.Hit>> PeopleAsync(string text, int most, IUrlHelper urls, CancellationToken cancellationToken)
    {
        var isCode = CredentialCode.TryParse(text, out var code);
        var address = text.ToLowerInvariant();
        var named = db.People.Containing(person => person.Name, text).Select(person => person.Id);
        var people = await db.People.AsNoTracking()
            .Where(person => named.Contains(person.Id)
                || (person.Email != null && person.EmailKey.Contains(address))
                || (isCode && person.Credentials.Any(pass => pass.Code == code)))
            .OrderBy(person => person.Name).ThenBy(person => person.Id).Take(most + 1)
            .Select(person => new { person.Id, person.Name, person.Email }).ToListAsync(cancellationToken);
        return [.. people.Select(person => new SearchGroup.Hit(person.Name, person.Email?.Value, urls.Page("/People/Details", new { id = person.Id })!))];
    }

    private async Task<List<SearchGroup.Hit>> CustomersAsync(string text, int most, IUrlHelper urls, CancellationToken cancellationToken)
    {
        var isReference = OwnReference.TryParse(text, out var reference);
        var code = reference.Value;
        var named = db.Customers.Containing(customer => customer.Name, text).Select(customer => customer.Id);
        var customers = await db.Customers.AsNoTracking()
            .Where(customer => named.Contains(customer.Id) || (isReference && customer.Code != null && customer.CodeKey.Contains(code)))
            .OrderBy(customer => customer.Name).ThenBy(customer => customer.Id).Take(most + 1)
            .Select(customer => new { customer.Id, customer.Name, customer.Code }).ToListAsync(cancellationToken);
        return [.. customers.Select(customer => new SearchGroup.Hit(customer.Name, customer.Code?.Value, urls.Page("/Customers/Details", new { id = customer.Id })!))];
    }

    /// <summary>Revenue lines by what the organisation itself calls them: their own reference.</summary>
    private async Task<List<SearchGroup.Hit>> LinesAsync(string text, Rulebook rulebook, int most, IUrlHelper urls, CancellationToken cancellationToken)
    {
        if (!OwnReference.TryParse(text, out var reference))
        {
            return [];
        }

        var part = reference.Value;
        var lines = await db.RevenueLines.AsNoTracking()
            .Where(line => line.Reference != null && line.ReferenceKey.Contains(part))
            .OrderBy(line => line.ReferenceKey).Take(most + 1)
            .Select(line => new { line.Reference, line.Date, line.Product, Customer = line.Customer!.Name, line.CustomerId }).ToListAsync(cancellationToken);
        return [.. lines.Select(line => new SearchGroup.Hit(
            line.Reference!.Value.Value,
            formats.List([formats.ShortDay(line.Date), line.Customer, rulebook.Products.NameOf(line.Product)]),
            urls.Page("/Revenue/Index", new { search = line.Reference.Value.Value })!))];
    }

    private static List<SearchGroup.Hit> Credentials(string text, Rulebook rulebook, IUrlHelper urls)
    {
        var isCode = CredentialCode.TryParse(text, out var code);
        return [.. rulebook.Credentials.All
            .Where(credential => (isCode && credential.Code == code) || Has(credential.Code.Value, text) || Has(credential.Title, text))
            .Select(credential => new SearchGroup.Hit(
                credential.Code.Value, credential.Title, urls.Page("/People/Index", new { search = credential.Code.Value })!, IsName: true))];
    }

    private static List<SearchGroup.Hit> Products(string text, Rulebook rulebook, IUrlHelper urls)
    {
        var meant = rulebook.Products.Find(text);
        return [.. rulebook.Products.All.Where(product => product == meant || product.Spellings.Any(spelling => Has(spelling, text)))
            .Select(product => new SearchGroup.Hit(
                product.Name,
                product.FormerNames.FirstOrDefault(name => Has(name, text) && !Has(product.Name, text)),
                urls.Page("/Revenue/Index", new { product = product.Code.Value })!, IsName: true))];
    }

    /// <summary>The options that the revisions in force have, by their own name or their competency's.</summary>
    private List<SearchGroup.Hit> Options(string text, Rulebook rulebook, IUrlHelper urls) =>
        [.. from competency in rulebook.Competencies
            from option in competency.History.InForceOn(asOf.Date)?.Options ?? []
            where Has(option.Name, text) || Has(competency.Name, text)
            select new SearchGroup.Hit(
                option.Name, competency.Name, urls.Page("/Options/Index", new { competency = competency.Code, option = option.Code })!, IsName: true)];

    private static bool Has(string name, string text) => name.Contains(text, StringComparison.CurrentCultureIgnoreCase);
}
