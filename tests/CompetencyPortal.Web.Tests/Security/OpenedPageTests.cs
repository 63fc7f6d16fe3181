using System.Net;

using AngleSharp.Dom;

using CompetencyPortal.Data.Entities;
using CompetencyPortal.Testing;
using CompetencyPortal.Testing.Databases;
using CompetencyPortal.Web.Infrastructure;
using CompetencyPortal.Web.Tests.Hosting;
using CompetencyPortal.Web.Tests.Isolation;

namespace CompetencyPortal.Web.Tests.Security;

/// <summary>Every page, found by enumeration and opened by somebody in whose organisation all names are markup.</summary>
public sealed class OpenedPageTests(PostgreSqlFixture server) : PortalTest(server)
{
    private const string Hostile = """'"></title></textarea><script>alert(1)</script><img src=x onerror=alert(1)>""";

    private static readonly string[] Parameters = ["q", "sort", "back", "returnUrl", "competency", "country"];

    [Theory]
    [InlineData(PortalRole.PartnerAdmin)]
    [InlineData(PortalRole.ProgrammeAdmin)]
    public async Task WhatIsMarkup_InARowOrInTheAddress_IsShownAsText(PortalRole role)
    {
        var query = "?" + string.Join('&', Parameters.Select(name => $"{name}={Uri.EscapeDataString(Hostile)}"));
        var (browser, keys) = await ArrangeAsync(role);
        var shown = 0;
        await foreach (var page in OpenAllAsync(browser, role, keys, "", query))
        {
            Nothing.IsWrong(page.Document.All.Where(IsActive).Select(element => $"{page.Location}: {element.OuterHtml}"));
            shown += page.Document.Source.Text.Contains("&lt;script&gt;alert(1)", StringComparison.Ordinal) ? 1 : 0;
        }

        Assert.NotEqual(0, shown);
    }

    [Theory]
    [InlineData(PortalRole.PartnerAdmin)]
    [InlineData(PortalRole.ProgrammeAdmin)]
    public async Task Opening_WritesNothing(PortalRole role)
    {
        var (browser, keys) = await ArrangeAsync(role);
        using var commands = new SentCommands(Portal.Database);
        var asked = 0;
        await foreach (var page in OpenAllAsync(browser, role, keys, ""))
        {
            var sent = commands.Take();
            asked += sent.Count;

            // A key that is not there leaves its event in the audit trail, and nothing else.
            Nothing.IsWrong(sent.Where(command => Writes(command) && !(page.Status is HttpStatusCode.NotFound && command.Contains("\"AuditEvents\"", StringComparison.Ordinal)))
                .Select(command => $"{page.Location}: {command}"));
        }

        Assert.NotEqual(0, asked);
    }

    [Theory]
    [InlineData("/.git/config")]
    [InlineData("/appsettings.json")]
    [InlineData("/css/../appsettings.json")]
    [InlineData("/%2e%2e/appsettings.json")]
    [InlineData("/CompetencyPortal.Web.dll")]
    [InlineData("/Pages/Index.cshtml")]
    [InlineData("/css/")]
    public async Task WhatIsNotMeantToBeSent_IsNotThere(string address) =>
        Assert.Equal(HttpStatusCode.NotFound, (await Portal.OpenBrowser().OpenAsync(address)).Status);

    private async Task<(Browser Browser, Guid[] Keys)> ArrangeAsync(PortalRole role)
    {
        var organisation = await Portal.AddOrganisationAsync(Hostile);
        var customer = Rows.Customer(organisation.Partner, Hostile);
        var association = Rows.Association(customer);
        var line = Rows.Line(customer);
        var person = Rows.Person(organisation.Partner, Hostile);
        var pass = Rows.Pass(person);
        await Portal.SaveAsync(organisation.Id, customer, association, line, person, pass);
        return (
            await Portal.SignInAsync(role is PortalRole.PartnerAdmin ? organisation.Admin : await Portal.AddStaffAsync(role)),
            [customer.Id, association.Id, line.Id, person.Id, pass.Id, organisation.Admin.Id, organisation.Member.Id]);
    }

    /// <summary>Opens each page that the role may, with every key it could take, and with each of the queries.</summary>
    private async IAsyncEnumerable<WebPage> OpenAllAsync(Browser browser, PortalRole role, Guid[] keys, params string[] queries)
    {
        string[] closed = role is PortalRole.PartnerAdmin ? [Policies.Staff, Policies.ProgrammeAdmin] : [Policies.Partner, Policies.PartnerAdmin];
        foreach (var route in (await PortalRoute.OfAsync(Portal)).Where(route => route.Page is not null && !route.Policies.Any(closed.Contains)))
        {
            foreach (var address in CombinationsOf(keys, route.Keys.Count()).SelectMany(_ => queries, (row, query) => route.AddressFor(row) + query))
            {
                var page = await browser.OpenAsync(address);
                Assert.True(page.Status is not HttpStatusCode.InternalServerError, page.ToString());
                yield return page;
            }
        }
    }

    private static bool IsActive(IElement element) =>
        (element.LocalName is "script" && element.GetAttribute("src") is null)
        || element.GetAttribute("src") is "x"
        || element.Attributes.Any(attribute => attribute.Name.StartsWith("on", StringComparison.OrdinalIgnoreCase)
            || attribute.Value.TrimStart().StartsWith("javascript:", StringComparison.OrdinalIgnoreCase));

    private static bool Writes(string command) => new[] { "INSERT ", "UPDATE ", "DELETE " }.Any(word => command.Contains(word, StringComparison.Ordinal));

    private static IEnumerable<Guid[]> CombinationsOf(Guid[] keys, int count) =>
        count is 0 ? [[]] : CombinationsOf(keys, count - 1).SelectMany(_ => keys, (first, last) => first.Append(last).ToArray());
}
