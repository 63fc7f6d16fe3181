using System.Net;

using CompetencyPortal.Data.Entities;
using CompetencyPortal.Testing;
using CompetencyPortal.Testing.Databases;
using CompetencyPortal.Web.Tests.Hosting;

namespace CompetencyPortal.Web.Tests.Search;

public sealed class SearchStories(PostgreSqlFixture server) : PortalTest(server)
{
    [Fact]
    public async Task FindsFacts_ByWhatTheyAreCalled()
    {
        using var browser = await SignInAsync();
        var page = await browser.OpenAsync<SearchPage>("?q=contoso");
        Assert.Equal(["People", "Customers"], page.Kinds);
        Assert.Equal(["Ana Sousa ana.sousa@contoso.example"], page.Found("People"));
        Assert.Equal(["Contoso Ltd C-0042"], page.Found("Customers"));
        Assert.Equal("2 results", page.Says);
        Assert.Equal("Ana Sousa", (await page.FollowAsync<WebPage>(".found a")).Heading);

        Assert.Equal(["Contoso Ltd C-0042"], (await browser.OpenAsync<SearchPage>("?q=c-0042")).Found("Customers"));
        Assert.Equal(["INV 7/12 1 Nov 2026, Contoso Ltd, CRM Online"], (await browser.OpenAsync<SearchPage>("?q=inv+7")).Found("Revenue lines by your reference"));
    }

    [Theory]
    [InlineData("MB2-715")]
    [InlineData("mb2 715")]
    [InlineData("Exam MB2-715")]
    public async Task FindsACredential_HoweverItsCodeIsTyped_AndWhoHoldsIt(string typed)
    {
        using var browser = await SignInAsync();
        var page = await browser.OpenAsync<SearchPage>("?q=" + Uri.EscapeDataString(typed));
        Assert.Contains("MB2-715 Microsoft Dynamics 365 customer engagement Online Deployment", page.Found("Credentials"));
        Assert.Equal(["Ana Sousa ana.sousa@contoso.example"], page.Found("People"));
    }

    [Fact]
    public async Task FindsProductsByFormerNames_AndOptionsByTheirCompetency()
    {
        using var browser = await SignInAsync();
        Assert.Equal(
            ["Dynamics 365 Customer Engagement Plan Dynamics 365 Plan 1"], (await browser.OpenAsync<SearchPage>("?q=dynamics+365+plan+1")).Found("Products"));
        Assert.Equal(
            ["Cloud CRM Reseller Cloud Customer Relationship Management"], (await browser.OpenAsync<SearchPage>("?q=relationship")).Found("Options"));
    }

    [Fact]
    public async Task NeverFindsWhatIsAnotherOrganisations()
    {
        var other = await Portal.AddOrganisationAsync("Adatum");
        var customer = Rows.Customer(other.Partner, "Secretive Holdings");
        customer.Code = OwnReference.Parse("SECRET-1");
        var line = Rows.Line(customer);
        line.Reference = OwnReference.Parse("SECRET-2");
        var person = Rows.Person(other.Partner, "Secret Person");
        person.Email = EmailAddress.Parse("secret@adatum.example");
        await Portal.SaveAsync(other.Id, customer, line, person);

        using var browser = await SignInAsync();
        foreach (var query in new[] { "?q=secret", "?handler=Suggest&q=secret" })
        {
            var page = await browser.OpenAsync<SearchPage>(query);
            Assert.DoesNotContain("SECRET-", page.Document.Source.Text, StringComparison.Ordinal);
            Assert.DoesNotContain("Holdings", page.Document.Source.Text, StringComparison.Ordinal);
            Assert.DoesNotContain("adatum", page.Document.Source.Text, StringComparison.Ordinal);
        }

        Assert.Equal("Nothing found for “secret”", (await browser.OpenAsync<SearchPage>("?q=secret")).Says);
    }

    [Fact]
    public async Task ShowsNoAmount()
    {
        using var browser = await SignInAsync();
        Assert.DoesNotContain("98765", (await browser.OpenAsync<SearchPage>("?q=INV")).Document.Source.Text.Replace(",", "", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    [Fact]
    public async Task WhereThereIsMore_LeadsToTheListOfAll()
    {
        var organisation = await Portal.AddOrganisationAsync();
        await Portal.SaveAsync(organisation.Id, [.. Enumerable.Range(1, 12).Select(i => Rows.Customer(organisation.Partner, $"Northwind {i:00}"))]);
        using var browser = await Portal.SignInAsync(organisation.Admin);
        var page = await browser.OpenAsync<SearchPage>("?q=northwind&asOf=2026-11-01");
        Assert.Equal(10, page.Found("Customers").Count);
        Assert.Equal("/customers?search=northwind&asOf=2026-11-01", page.Find(".found p a")!.GetAttribute("href"));
        Assert.Equal(HttpStatusCode.OK, (await page.FollowAsync<WebPage>(".found p a")).Status);
    }

    [Fact]
    public async Task WhatCannotBeAnswered_IsExplained()
    {
        using var browser = await SignInAsync();
        Assert.Null((await browser.OpenAsync<SearchPage>()).Find("main [role=status]"));
        Assert.Null((await browser.OpenAsync<SearchPage>("?q=+++")).Find("main [role=status]"));
        Assert.StartsWith("Use at least two characters", (await browser.OpenAsync<SearchPage>("?q=a")).Says, StringComparison.Ordinal);
        Assert.Equal("Nothing found for “陳”", (await browser.OpenAsync<SearchPage>("?q=陳")).Says);
        Assert.Equal("Use at most 200 characters.", (await browser.OpenAsync<SearchPage>("?q=" + new string('x', 10_000))).Says);
        Assert.Equal("Nothing found for “100%_[a]'--\\”", (await browser.OpenAsync<SearchPage>("?q=" + Uri.EscapeDataString("100%_[a]'--\\"))).Says);
        Assert.Equal(HttpStatusCode.BadRequest, (await browser.OpenAsync("/search?q=a%00b")).Status);
    }

    [Fact]
    public async Task StandsInTheHeaderOfEveryPage_ForPartnersAlone_AndWorksAsAForm()
    {
        using var browser = await SignInAsync();
        var form = (await browser.OpenAsync("/customers?asOf=2026-11-01")).Form(".site-search form");
        form["q"] = "ana";
        var found = await form.SubmitAsync<SearchPage>();
        Assert.Equal("/search?asOf=2026-11-01&q=ana", found.Location);
        Assert.Single(found.Found("People"));

        using var staff = await Portal.SignInAsync(await Portal.AddStaffAsync());
        Assert.Null((await staff.OpenAsync("/program")).Find(".site-search"));
        Assert.Equal(HttpStatusCode.Forbidden, (await staff.OpenAsync("/search?q=ana")).Status);
    }

    [Fact]
    public async Task WhileSomebodyTypes_TheFirstResultsAreOffered()
    {
        using var browser = await SignInAsync();
        var part = await browser.OpenAsync("/search?handler=Suggest&q=contoso");
        Assert.Null(part.Find("main"));
        Assert.Equal("2 results", part.Text("[data-announce]"));
        Assert.Equal(["Ana Sousa ana.sousa@contoso.example", "Contoso Ltd C-0042"], part.Document.QuerySelectorAll("li").Select(one => string.Join(' ', one.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))));
        Assert.Equal("", (await browser.OpenAsync("/search?handler=Suggest&q=c")).Document.Body!.TextContent.Trim());
    }

    private async Task<Browser> SignInAsync()
    {
        var organisation = await Portal.AddOrganisationAsync();
        var customer = Rows.Customer(organisation.Partner, "Contoso Ltd");
        customer.Code = OwnReference.Parse("C-0042");
        var line = Rows.Line(customer, 98_765m);
        line.Reference = OwnReference.Parse("INV 7/12");
        var person = Rows.Person(organisation.Partner, "Ana Sousa");
        person.Email = EmailAddress.Parse("ana.sousa@contoso.example");
        await Portal.SaveAsync(organisation.Id, customer, line, person, Rows.Pass(person, "MB2-715"), Rows.Person(organisation.Partner, "Bo"));
        return await Portal.SignInAsync(organisation.Admin);
    }
}
