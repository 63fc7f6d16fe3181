using System.Net;
using System.Text.RegularExpressions;

using CompetencyPortal.Data.Entities;
using CompetencyPortal.Testing;
using CompetencyPortal.Testing.Databases;
using CompetencyPortal.Web.Tests.Hosting;
using CompetencyPortal.Web.Tests.Overview;

namespace CompetencyPortal.Web.Tests.Options;

/// <summary>A member without the admin's leave sees no amounts: only met or not met, and places.</summary>
public sealed partial class WithoutLeaveStories(PostgreSqlFixture server) : PortalTest(server)
{
    [Fact]
    public async Task SeesStandingsAndPlaces_AndNoAmount()
    {
        using var browser = await SignInAsync(maySeeAmounts: false);

        var overview = await browser.OpenAsync<OverviewPage>("?asOf=2017-12-01");
        var (standing, progress, gap) = overview.Tier("Enterprise Customer Engagement", "Silver");
        Assert.Equal("Not met", standing);
        Assert.Equal(["Net new revenue Not met", "People 1 of 5 places filled"], progress);
        Assert.Equal("Missing: more net new revenue; 4 more people, each holding MB2-715, MB2-716 and one of MB2-717, MB2-718.", gap);
        Assert.Contains("leave", Assert.Single(overview.Notes), StringComparison.Ordinal);
        HasNoAmount(overview);

        var option = await browser.OpenAsync<OptionPage>(new Uri(Browser.Home, OptionPage.CustomerEngagement + "?asOf=2017-12-01"));
        Assert.Equal(["The amount that Silver asks for is not reached."], option.Asks("Net new revenue", "Silver"));
        Assert.Empty(option.Steps("Net new revenue"));
        HasNoAmount(option);
    }

    [Fact]
    public async Task MayNotOpenTheLines_NorTakeThemAway()
    {
        using var browser = await SignInAsync(maySeeAmounts: false);
        Assert.Equal(HttpStatusCode.Forbidden, (await browser.OpenAsync(OptionPage.CustomerEngagement + "/lines/net-new/counted")).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await browser.OpenAsync(OptionPage.CustomerEngagement + "/lines/net-new/counted?handler=Export")).Status);
    }

    [Fact]
    public async Task WithLeave_SeesAmounts()
    {
        using var browser = await SignInAsync(maySeeAmounts: true);
        var overview = await browser.OpenAsync<OverviewPage>("?asOf=2017-12-01");
        Assert.Empty(overview.Notes);
        Assert.Matches(Amount(), overview.ToString());
    }

    private static void HasNoAmount(WebPage page)
    {
        Assert.DoesNotMatch(Amount(), page.Document.Source.Text);
        Assert.DoesNotContain("12345", page.Document.Source.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("12,345", page.Document.Source.Text, StringComparison.Ordinal);
    }

    private async Task<Browser> SignInAsync(bool maySeeAmounts)
    {
        var organisation = await Portal.AddOrganisationAsync();
        var member = Rows.User(organisation.Partner, PortalRole.PartnerMember, maySeeAmounts: maySeeAmounts);
        await Portal.SaveAsync(null, member);
        var customer = Rows.Customer(organisation.Partner);
        var person = Rows.Person(organisation.Partner);
        await Portal.SaveAsync(
            organisation.Id,
            customer,
            Rows.Association(customer),
            Rows.Line(customer, 12_345.67m, new DateOnly(2017, 5, 31), "dynamics-365-customer-engagement"),
            person,
            Rows.Pass(person, "MB2-715", new DateOnly(2017, 3, 1)),
            Rows.Pass(person, "MB2-716", new DateOnly(2017, 3, 1)),
            Rows.Pass(person, "MB2-717", new DateOnly(2017, 3, 1)));
        return await Portal.SignInAsync(member);
    }

    [GeneratedRegex(@"US\$\s?\d|\d\s?US\$")]
    private static partial Regex Amount();
}
