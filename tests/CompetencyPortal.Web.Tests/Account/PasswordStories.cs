using CompetencyPortal.Data.Entities;
using CompetencyPortal.Testing;
using CompetencyPortal.Testing.Databases;
using CompetencyPortal.Web.Tests.Hosting;

namespace CompetencyPortal.Web.Tests.Account;

public sealed class PasswordStories(PostgreSqlFixture server) : AccountTest(server)
{
    private const string NewPassword = "seven owls on a wire";

    [Fact]
    public async Task APersonCanChangeTheirPasswordAndIsSignedOutEverywhereElse()
    {
        await AddAccountAsync();
        var (here, there) = (Portal.OpenBrowser(), Portal.OpenBrowser());
        await SignInAsync(there);
        await SignInAsync(here);
        var account = await (await here.OpenAsync<PasswordPage>()).ChangeAsync<WebPage>(Password, NewPassword);
        Assert.Equal("/account", account.Location);
        Assert.DoesNotContain("15", account.Message, StringComparison.Ordinal);
        Assert.Equal("/program", (await here.OpenAsync("/program")).Location);
        Assert.StartsWith(SignInPage.Address, (await there.OpenAsync("/program")).Location, StringComparison.Ordinal);
        Assert.Single((await FailAsync(password: Password)).Errors);
        Assert.Equal("/program", (await SignInAsync(Portal.OpenBrowser(), password: NewPassword)).Location);
        Assert.Single(await AuditAsync(), row => row.Action is "Account.PasswordChanged");
        Assert.Single(await MailAsync(), mail => mail.Recipient == Email);
    }

    [Fact]
    public async Task AShortPasswordIsAcceptedWithAdvice()
    {
        await AddAccountAsync();
        var browser = Portal.OpenBrowser();
        await SignInAsync(browser);
        Assert.Contains("15", (await (await browser.OpenAsync<PasswordPage>()).ChangeAsync<WebPage>(Password, "7 owls!!")).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task NobodyChangesAPasswordThatTheyDoNotKnow()
    {
        await AddAccountAsync();
        var browser = Portal.OpenBrowser();
        await SignInAsync(browser);
        var page = await browser.OpenAsync<PasswordPage>();
        for (var i = 0; i < 5; i++)
        {
            page = await page.ChangeAsync<PasswordPage>(WrongPassword, NewPassword);
            Assert.NotNull(page.ErrorOf("Input.Present"));
        }

        Assert.NotNull((await page.ChangeAsync<PasswordPage>(Password, NewPassword)).ErrorOf("Input.Present"));
        Assert.Single(await AuditAsync(), row => row.Action is "Account.Locked");
        Assert.DoesNotContain(await AuditAsync(), row => row.Action is "Account.PasswordChanged");
    }

    [Theory]
    [InlineData("en", "Choose another one")]
    [InlineData("fr", "Choisissez-en un autre")]
    [InlineData("es", "Elija otra")]
    [InlineData("ru", "Выберите другой")]
    [InlineData("zh-Hant", "請選擇其他密碼")]
    public async Task APasswordThatIsGuessedIsRefusedInTheReadersLanguage(string language, string advice)
    {
        var fabrikam = await Portal.AddOrganisationAsync("Fabrikam");
        var user = await AddAccountAsync(Rows.User(fabrikam.Partner, PortalRole.PartnerMember, "zoe.quill@partner.example", displayName: "Zoë Quill"));
        var browser = Portal.OpenBrowser(language);
        await SignInAsync(browser, user.Email!);
        var page = await browser.OpenAsync<PasswordPage>();
        foreach (var guessed in new[] { "PassWord123", "Fabrikam-2026!", "zoequill1", "quill.zoe@2026", "competencyportal" })
        {
            page = await page.ChangeAsync<PasswordPage>(Password, guessed);
            Assert.Contains(advice, page.ErrorOf("Input.New") ?? guessed, StringComparison.Ordinal);
        }

        Assert.NotNull((await page.ChangeAsync<PasswordPage>(Password, "7 signs")).ErrorOf("Input.New"));
        Assert.NotNull((await page.ChangeAsync<PasswordPage>(Password, new string('x', 1001))).ErrorOf("Input.New"));
        Assert.Equal("/account", (await page.ChangeAsync<WebPage>(Password, "  Fabrikam’s seven owls 🦉  ")).Location);
    }

    [Fact]
    public async Task WhoeverSignedInAWhileAgoConfirmsWhoTheyAre()
    {
        var user = await AddAccountAsync();
        var browser = Portal.OpenBrowser();
        await SignInAsync(browser);
        var before = browser.Cookie("__Host-session");
        Portal.Clock.Advance(TimeSpan.FromMinutes(15) - TimeSpan.FromSeconds(1));
        var late = await browser.OpenAsync<PasswordPage>();
        Assert.Equal(PasswordPage.Address, late.Location);
        Portal.Clock.Advance(TimeSpan.FromSeconds(1));
        Assert.StartsWith(ConfirmPage.Address, (await late.ChangeAsync<WebPage>(Password, NewPassword)).Location, StringComparison.Ordinal);

        var confirm = await browser.OpenAsync<ConfirmPage>(new Uri(Hosting.Browser.Home, PasswordPage.Address));
        Assert.Equal($"{ConfirmPage.Address}?returnUrl=%2Faccount%2Fpassword", confirm.Location);
        Assert.Single((await confirm.ConfirmAsync<ConfirmPage>(WrongPassword, CodeOf())).Errors);
        Assert.Single((await confirm.ConfirmAsync<ConfirmPage>(Password, "000000")).Errors);
        Assert.Equal(PasswordPage.Address, (await confirm.ConfirmAsync<WebPage>(Password, CodeOf())).Location);

        Assert.NotEqual(before, browser.Cookie("__Host-session"));
        Assert.Single(await AuditAsync(), row => row.Action is "Account.Confirmed" && row.ActorId == user.Id);
        Assert.DoesNotContain(await AuditAsync(), row => row.Action is "Account.SignedOut");
    }
}
