using System.Net;

using AngleSharp.Html.Dom;

using CompetencyPortal.Testing.Databases;
using CompetencyPortal.Web.Infrastructure.Accounts;
using CompetencyPortal.Web.Tests.Hosting;

using Microsoft.EntityFrameworkCore;

namespace CompetencyPortal.Web.Tests.Account;

public sealed class AccountStories(PostgreSqlFixture server) : AccountTest(server)
{
    private const string Sessions = "/account/sessions";

    [Fact]
    public async Task APersonSeesTheirAccountAndChangesTheirName()
    {
        var fabrikam = await Portal.AddOrganisationAsync();
        var browser = await Portal.SignInAsync(fabrikam.Member);
        var account = await (await browser.OpenAsync("/")).FollowAsync<WebPage>(".site-header a[href='/account']");
        Assert.Contains(fabrikam.Member.Email!, account.Text(".facts"), StringComparison.Ordinal);
        Assert.Contains("Fabrikam", account.Text(".facts"), StringComparison.Ordinal);

        var form = account.Form("#name-form");
        form["Input.Name"] = "  Benedikt Okri ";
        var saved = await form.SubmitAsync<WebPage>();
        Assert.NotNull(saved.Message);
        Assert.Contains("Benedikt Okri", saved.Text(".site-header"), StringComparison.Ordinal);
        foreach (var wrong in new[] { " ", "Ben https://elsewhere.example", "Ben <ben@elsewhere.example>" })
        {
            form["Input.Name"] = wrong;
            Assert.NotNull((await form.SubmitAsync<WebPage>()).ErrorOf("Input.Name"));
        }
    }

    [Fact]
    public async Task APersonSeesWhereTheyAreSignedInAndEndsWhatIsNotTheirs()
    {
        var user = await AddAccountAsync();
        var here = Portal.OpenBrowser();
        await SignInAsync(here);
        var (second, third) = (await Portal.SignInAsync(user), await Portal.SignInAsync(user));
        await ShowPasswordAsync(Portal.OpenBrowser());

        var page = await here.OpenAsync(Sessions);
        Assert.Equal(3, page.Document.QuerySelectorAll("tbody tr").Length);
        Assert.Single(page.Document.QuerySelectorAll("tbody strong"));

        var ended = await new Form(page, (IHtmlFormElement)page.Find("tbody form")!).SubmitAsync<WebPage>();
        Assert.NotNull(ended.Message);
        Assert.Equal(1, await CountInAsync(second, third));

        var left = await ended.Form("#end-others").SubmitAsync<WebPage>();
        Assert.Equal(0, await CountInAsync(second, third));
        Assert.Equal(Sessions, left.Location);
        Assert.Null(left.Find("#end-others"));
        Assert.Equal(2, (await AuditAsync()).Count(row => row.Action is "Account.SessionEnded"));
    }

    [Fact]
    public async Task NobodyEndsSomebodyElsesSessionOrTheirOwnByThisWay()
    {
        var fabrikam = await Portal.AddOrganisationAsync();
        var mine = await Portal.SignInAsync(fabrikam.Member);
        var colleague = await Portal.SignInAsync(fabrikam.Admin);
        var stranger = await Portal.SignInAsync(await Portal.AddStaffAsync());
        await using var db = await Portal.Database.OpenAsync();
        var token = (await mine.OpenAsync(Sessions)).Find("input[name=__RequestVerificationToken]")!.GetAttribute("value");
        foreach (var session in await db.UserSessions.AsNoTracking().Select(row => row.Id).ToListAsync(Cancellation))
        {
            var content = new FormUrlEncodedContent([new("__RequestVerificationToken", token), new("session", $"{session}")]);
            var answer = await mine.SendAsync(new HttpRequestMessage(HttpMethod.Post, $"{Sessions}?handler=End") { Content = content });
            Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        }

        Assert.Equal(2, await CountInAsync(colleague, mine));
        Assert.Equal("/program", (await stranger.OpenAsync("/program")).Location);
    }

    [Fact]
    public async Task TheHistoryTellsWhatWasDoneInThePersonsWords()
    {
        await AddAccountAsync();
        await FailAsync();
        var browser = Portal.OpenBrowser("fr");
        await SignInAsync(browser);
        var history = (await browser.OpenAsync("/account")).Document.QuerySelectorAll(".history li").Select(line => line.TextContent).ToList();
        Assert.Contains(history, line => line.Contains("Connexion refusée", StringComparison.Ordinal));
        Assert.DoesNotContain(history, line => line.Contains("Account.", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Safari/537.36 Edg/142.0.0.0", "Edge", "Windows")]
    [InlineData("Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.0 Safari/605.1.15", "Safari", "macOS")]
    [InlineData("Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0", "Firefox", "Linux")]
    [InlineData("Mozilla/5.0 (Linux; Android 15; Pixel 9) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Mobile Safari/537.36", "Chrome", "Android")]
    [InlineData("Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) CriOS/142.0 Mobile/15E148 Safari/604.1", "Chrome", "iPhone")]
    [InlineData("curl/8.14.1", null, null)]
    [InlineData(null, null, null)]
    public void ABrowserIsCalledWhatItsOwnerCallsIt(string? userAgent, string? browser, string? system) =>
        Assert.Equal(new BrowserName(browser, system), BrowserName.Of(userAgent));

    private static async Task<int> CountInAsync(params Browser[] browsers)
    {
        var count = 0;
        foreach (var browser in browsers)
        {
            count += (await browser.OpenAsync("/preferences")).Find(".site-header a[href='/account']") is null ? 0 : 1;
        }

        return count;
    }
}
