using System.Net;

using CompetencyPortal.Data.Entities;
using CompetencyPortal.Testing;
using CompetencyPortal.Testing.Databases;
using CompetencyPortal.Web.Tests.Hosting;

using Microsoft.EntityFrameworkCore;

namespace CompetencyPortal.Web.Tests.Members;

public sealed class PartnerStories(PostgreSqlFixture server) : MemberTest(server)
{
    [Fact]
    public async Task ThePartnersAreListedSearchedSortedAndDownloaded()
    {
        var fabrikam = Rows.Partner("Fabrikam", "P-2");
        var litware = Rows.Partner("Litware", "P-1", "ES", Domain.Competencies.Market.Developing);
        await Portal.SaveAsync(null, fabrikam, litware, Rows.User(fabrikam), Rows.CountryMarket("FR", new DateOnly(2017, 1, 1), Domain.Competencies.Market.Developed));
        var browser = await Portal.SignInAsync(await Portal.AddStaffAsync());
        Assert.Equal(["Fabrikam", "Litware"], await NamesAsync(browser, ""));
        Assert.Equal(["Litware", "Fabrikam"], await NamesAsync(browser, "?sort=number"));
        Assert.Equal(["Litware", "Fabrikam"], await NamesAsync(browser, "?sort=-name"));
        Assert.Equal(["Fabrikam", "Litware"], await NamesAsync(browser, "?sort=-admins"));
        Assert.Equal(["Litware"], await NamesAsync(browser, "?search=WARE"));
        Assert.Equal(["Litware"], await NamesAsync(browser, "?search=p-1"));
        Assert.Equal(["Litware"], await NamesAsync(browser, "?country=ES"));
        Assert.Equal(["Litware"], await NamesAsync(browser, "?withoutAdmin=true"));
        var download = await Download.OpenAsync(browser, "/program/partners?handler=Export");
        Assert.Equal(
            ["partner,number,country,market,marketSetByStaff,anniversary,admins,invitations", "Fabrikam,P-2,FR,developed,false,2012-02-29,1,0", "Litware,P-1,ES,developing,true,2012-02-29,0,0"],
            download.Lines);
    }

    [Fact]
    public async Task TheListHasPages()
    {
        await Portal.SaveAsync(null, [.. Enumerable.Range(1, 51).Select(number => Rows.Partner($"Partner {number:00}"))]);
        var browser = await Portal.SignInAsync(await Portal.AddStaffAsync());
        Assert.Equal(50, (await NamesAsync(browser, "")).Count);
        Assert.Equal(["Partner 51"], await NamesAsync(browser, "?p=2"));
    }

    [Fact]
    public async Task AnEditorSeesPartnersAndChangesNone()
    {
        var fabrikam = await Portal.AddOrganisationAsync();
        var home = $"/program/partners/{fabrikam.Partner.PartnerNumber}";
        var editor = await Portal.SignInAsync(await Portal.AddStaffAsync(PortalRole.ProgrammeEditor));
        var page = await PeoplePage.OpenAsync(editor, home);
        Assert.Equal(["Ana of Fabrikam", "Ben of Fabrikam"], page.Members);
        Assert.Null(page.Find("td.row-actions"));
        Assert.Null(page.Find("main a[href$='/edit']"));
        foreach (var address in new[] { "/program/partners/add", home + "/edit", home + "/invite", $"{home}/members/{fabrikam.Member.Id}" })
        {
            Assert.Equal(HttpStatusCode.Forbidden, (await editor.OpenAsync(address)).Status);
        }
    }

    [Fact]
    public async Task EveryErrorOfANewPartnerIsSaidAtOnce()
    {
        var browser = await Portal.SignInAsync(await Portal.AddStaffAsync());
        var page = await (await AddPartnerPage.OpenAsync(browser)).TryAsync("", "no/number", "", "", "", "nobody");
        Assert.All(["Input.Name", "Input.Number", "Input.Country", "Input.MembershipAnniversary", "Admin.Name", "Admin.Email"], field => Assert.NotNull(page.ErrorOf(field)));
        page = await page.TryAsync("Fabrikam", "add", "FR", "2012-02-29", "Claire", "claire@fabrikam.example");
        Assert.NotNull(page.ErrorOf("Input.Number"));
        Assert.Empty(await TrailAsync());
    }

    [Fact]
    public async Task APartnerNumberIsTakenOnceAndNothingIsHalfAdded()
    {
        await Portal.SaveAsync(null, Rows.Partner("Litware", "4011723"));
        var browser = await Portal.SignInAsync(await Portal.AddStaffAsync());
        var page = await (await AddPartnerPage.OpenAsync(browser)).TryAsync("Fabrikam", "4011723", "FR", "2012-02-29", "Claire", "claire@fabrikam.example");
        Assert.Contains("4011723", page.ErrorOf("Input.Number"), StringComparison.Ordinal);
        await using var db = await Portal.Database.OpenAsync();
        Assert.Equal((0, 0), (await db.Invitations.CountAsync(Cancellation), await db.OutgoingMails.CountAsync(Cancellation)));
    }

    [Fact]
    public async Task TwoWhoEditAPartnerSeeEachOtherAndChoose()
    {
        await Portal.SaveAsync(null, Rows.Partner("Fabrikam", "4011723"));
        var browser = await Portal.SignInAsync(await Portal.AddStaffAsync());
        var mine = await browser.OpenAsync("/program/partners/4011723/edit");
        var theirs = await browser.OpenAsync("/program/partners/4011723/edit");
        var form = theirs.Form();
        form["Input.Name"] = "Fabrikam SA";
        form["Input.Number"] = "4011724";
        Assert.Equal("/program/partners/4011724", (await form.SubmitAsync<WebPage>()).Location);

        // The number in the address of the other tab leads nowhere any more; back at the new one, the old version is refused.
        form = mine.Form();
        form["Input.Name"] = "Fabrikam Conseil";
        Assert.Equal(HttpStatusCode.NotFound, (await form.SubmitAsync<WebPage>()).Status);
        var conflict = await form.SubmitAsync<WebPage>(to: "/program/partners/4011724/edit");
        Assert.Contains("Somebody else changed", Assert.Single(conflict.Errors), StringComparison.Ordinal);
        Assert.Contains("Fabrikam SA", conflict.Text(".conflict"), StringComparison.Ordinal);
        form = conflict.Form();
        Assert.Equal("Fabrikam Conseil", form["Input.Name"]);
        form["Input.Number"] = "4011724";
        var saved = await form.SubmitAsync<WebPage>();
        Assert.Equal(("/program/partners/4011724", "Fabrikam Conseil"), (saved.Location, saved.Heading));

        var trail = await TrailAsync();
        Assert.Equal(["Partner.Edited", "Partner.Edited"], trail.Select(one => one.Action));
        Assert.Contains("Fabrikam SA", trail[0].Details, StringComparison.Ordinal);
    }

    private static async Task<IReadOnlyList<string>> NamesAsync(Browser browser, string query) =>
        [.. (await browser.OpenAsync("/program/partners" + query)).Document.QuerySelectorAll("main tbody tr th").Select(name => name.TextContent.Trim())];
}
