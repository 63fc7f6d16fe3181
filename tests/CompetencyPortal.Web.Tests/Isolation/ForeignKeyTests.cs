using System.Net;

using CompetencyPortal.Testing;
using CompetencyPortal.Testing.Databases;
using CompetencyPortal.Web.Infrastructure;
using CompetencyPortal.Web.Tests.Hosting;

using Microsoft.EntityFrameworkCore;

namespace CompetencyPortal.Web.Tests.Isolation;

/// <summary>Nobody reaches another organisation's rows: every page that takes a row's key, tried with every foreign one.</summary>
public sealed class ForeignKeyTests(PostgreSqlFixture server) : PortalTest(server)
{
    private const string Mark = "Tailspin";

    [Fact]
    public async Task Pages_WithAnOwnKey_OpenItsRow()
    {
        var (browser, own, _) = await ArrangeAsync();
        foreach (var route in await KeyedAsync())
        {
            var answers = new List<HttpStatusCode>();
            foreach (var keys in CombinationsOf(own, route.Keys.Count()))
            {
                answers.Add(await StatusAsync(browser, HttpMethod.Get, route.AddressFor(keys)));
            }

            Assert.True(answers.Contains(HttpStatusCode.OK), $"{route} opens for none of the organisation's own rows, so it proves nothing.");
        }
    }

    [Fact]
    public async Task Pages_WithAForeignKey_AreNotFound()
    {
        var (browser, own, foreign) = await ArrangeAsync();
        var token = (await browser.OpenAsync("/preferences")).Find("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        var before = await FactsVersionAsync();
        foreach (var route in await KeyedAsync())
        {
            var handlers = route.Page!.HandlerMethods.Where(method => method.HttpMethod is "Post").Select(method => method.Name).ToList();
            foreach (var keys in CombinationsOf([.. own, .. foreign], route.Keys.Count()).Where(keys => keys.Any(foreign.Contains)))
            {
                var address = route.AddressFor(keys);
                Assert.True(await StatusAsync(browser, HttpMethod.Get, address) is HttpStatusCode.NotFound, $"{route} is there for a foreign key.");
                foreach (var handler in handlers)
                {
                    var target = handler is null ? address : $"{address}?handler={handler}";
                    Assert.True(await StatusAsync(browser, HttpMethod.Post, target, token) is HttpStatusCode.NotFound, $"{route} ({handler}) can be posted to with a foreign key.");
                }
            }
        }

        Assert.Equal(before, await FactsVersionAsync());
    }

    private async Task<(Browser Browser, Guid[] Own, Guid[] Foreign)> ArrangeAsync()
    {
        var fabrikam = await Portal.AddOrganisationAsync("Fabrikam");
        var tailspin = await Portal.AddOrganisationAsync(Mark);
        return (await Portal.SignInAsync(fabrikam.Admin), await AddFactsAsync(fabrikam), await AddFactsAsync(tailspin));
    }

    /// <summary>One row of every kind that an organisation has.</summary>
    /// <returns>Their keys, its admin’s account among them.</returns>
    private async Task<Guid[]> AddFactsAsync(Organisation organisation)
    {
        var customer = Rows.Customer(organisation.Partner, $"{organisation.Partner.Name} customer");
        var association = Rows.Association(customer);
        var line = Rows.Line(customer);
        var person = Rows.Person(organisation.Partner, $"{organisation.Partner.Name} person");
        var pass = Rows.Pass(person);
        await Portal.SaveAsync(organisation.Id, customer, association, line, person, pass);
        return [customer.Id, association.Id, line.Id, person.Id, pass.Id, organisation.Admin.Id];
    }

    /// <summary>The pages of a partner that take rows' keys in their address; never none.</summary>
    private async Task<List<PortalRoute>> KeyedAsync()
    {
        var routes = (await PortalRoute.OfAsync(Portal))
            .Where(route => route.Policies.Contains(Policies.Partner) && route.Keys.Any()).ToList();
        Assert.NotEmpty(routes);
        return routes;
    }

    private async Task<long> FactsVersionAsync()
    {
        await using var db = await Portal.Database.OpenAsync();
        return await db.Partners.Where(partner => partner.Name == Mark).Select(partner => partner.FactsVersion).SingleAsync(Cancellation);
    }

    /// <summary>The answer's status; fails if it speaks of the other organisation.</summary>
    private static async Task<HttpStatusCode> StatusAsync(Browser browser, HttpMethod method, string address, string? token = null)
    {
        var request = new HttpRequestMessage(method, address);
        if (token is not null)
        {
            request.Content = new FormUrlEncodedContent([KeyValuePair.Create("__RequestVerificationToken", token)]);
        }

        var response = await browser.SendAsync(request);
        Assert.DoesNotContain(Mark, await response.Content.ReadAsStringAsync(Cancellation), StringComparison.Ordinal);
        return response.StatusCode;
    }

    private static IEnumerable<Guid[]> CombinationsOf(Guid[] keys, int count) =>
        count is 0 ? [[]] : CombinationsOf(keys, count - 1).SelectMany(_ => keys, (first, last) => first.Append(last).ToArray());
}
