using System.Net;

using CompetencyPortal.Data.Entities;
using CompetencyPortal.Testing;
using CompetencyPortal.Testing.Databases;

namespace CompetencyPortal.Web.Tests.Account;

public sealed class SignInStories(PostgreSqlFixture server) : AccountTest(server)
{
    private const string ReturnUrl = "?returnUrl=";

    [Fact]
    public async Task StaffCanSignInAndArriveAtTheProgramme()
    {
        await AddAccountAsync();
        var browser = Portal.OpenBrowser();
        var page = await SignInAsync(browser, email: " Ingrid@Programme.Example ");
        Assert.Equal("/program", page.Location);
        Assert.Contains("Ingrid Solheim", page.Text(".site-header"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task PartnersCanSignInAndArriveAtTheirOverview()
    {
        var fabrikam = await Portal.AddOrganisationAsync();
        var user = await AddAccountAsync(Rows.User(fabrikam.Partner, PortalRole.PartnerMember, displayName: "Ben Okri"));
        var page = await SignInAsync(Portal.OpenBrowser(), user.Email!);
        Assert.Equal("/", page.Location);
        Assert.Contains("Fabrikam", page.Text(".site-header"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task WhoeverIsAskedToSignInComesBackToWhereTheyWere()
    {
        await AddAccountAsync();
        var browser = Portal.OpenBrowser();
        var asked = await browser.OpenAsync<SignInPage>(new Uri(Hosting.Browser.Home, "/program/markets?asOf=2018-01-02"));
        Assert.StartsWith(SignInPage.Address, asked.Location, StringComparison.Ordinal);
        Assert.Equal("/program/markets?asOf=2018-01-02", (await ConfirmAsync(await asked.SignInAsync<CodePage>(Email, Password))).Location);
    }

    [Theory]
    [InlineData("https://evil.example/")]
    [InlineData("//evil.example/")]
    [InlineData("/\\evil.example")]
    [InlineData("~/\\evil.example")]
    [InlineData("javascript:alert(1)")]
    [InlineData("program/markets")]
    [InlineData("/revenue")]
    public async Task NobodyIsLedAwayAfterSigningIn(string returnUrl)
    {
        await AddAccountAsync();
        var signIn = await Portal.OpenBrowser().OpenAsync<SignInPage>(ReturnUrl + Uri.EscapeDataString(returnUrl));
        Assert.Equal("/program", (await ConfirmAsync(await signIn.SignInAsync<CodePage>(Email, Password))).Location);
    }

    [Fact]
    public async Task WhoeverIsSignedInNeedNotSignInAgain()
    {
        var browser = await Portal.SignInAsync(await Portal.AddStaffAsync());
        Assert.Equal("/program", (await browser.OpenAsync(SignInPage.Address)).Location);
    }

    [Fact]
    public async Task NobodyCanSignInWithAWrongPassword()
    {
        await AddAccountAsync();
        var browser = Portal.OpenBrowser();
        var page = await (await browser.OpenAsync<SignInPage>()).TryAsync(Email, WrongPassword);
        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.StartsWith("Error: ", page.Title, StringComparison.Ordinal);
        Assert.Single(page.Errors);
        Assert.Equal(Email, page.Form("#sign-in-form")["Input.Email"]);
        Assert.Equal("", page.Form("#sign-in-form")["Input.Password"]);
        Assert.False(IsSignedIn(browser));
    }

    [Fact]
    public async Task AnEmptyFormSaysEverythingThatIsMissing()
    {
        var page = await FailAsync("", "");
        Assert.Equal(2, page.Errors.Count);
        Assert.NotNull(page.ErrorOf("Input.Email"));
        Assert.NotNull(page.ErrorOf("Input.Password"));
    }

    [Fact]
    public async Task SigningOutEndsTheSessionEverywhere()
    {
        await AddAccountAsync();
        var browser = Portal.OpenBrowser();
        var page = await SignInAsync(browser);
        var copied = Portal.OpenBrowser();
        copied.Take([$"__Host-session={browser.Cookie("__Host-session")}; path=/; secure"]);
        Assert.Equal("/program", (await copied.OpenAsync("/program")).Location);

        var left = await SignOutAsync(page);
        Assert.Equal(SignInPage.Address, left.Location);
        Assert.NotNull(left.Message);
        Assert.False(IsSignedIn(browser));
        Assert.StartsWith(SignInPage.Address, (await copied.OpenAsync("/program")).Location, StringComparison.Ordinal);
    }

    [Fact]
    public async Task TheAuditTrailTellsWhoCameAndWhoTried()
    {
        var user = await AddAccountAsync();
        await FailAsync();
        await FailAsync("nobody@programme.example");
        var browser = Portal.OpenBrowser();
        var page = await SignInAsync(browser);
        await SignOutAsync(page);

        Assert.Equal(
            [("Account.SignInRefused", $"{user.Id}", null), ("Account.SignInRefused", "unknown", null), ("Account.PasswordAccepted", $"{user.Id}", user.Id), ("Account.SignedIn", $"{user.Id}", user.Id), ("Account.SignedOut", $"{user.Id}", user.Id)],
            (await AuditAsync()).Select(row => (row.Action, row.EntityId, row.ActorId)));
    }
}
