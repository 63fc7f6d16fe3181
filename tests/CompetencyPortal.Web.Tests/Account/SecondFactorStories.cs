using System.Net;

using CompetencyPortal.Data.Accounts;
using CompetencyPortal.Testing.Databases;
using CompetencyPortal.Web.Infrastructure.Sessions;
using CompetencyPortal.Web.Tests.Hosting;

using Microsoft.EntityFrameworkCore;

namespace CompetencyPortal.Web.Tests.Account;

public sealed class SecondFactorStories(PostgreSqlFixture server) : AccountTest(server)
{
    private const int Allowed = 5;

    [Fact]
    public async Task APasswordAloneOpensNothing()
    {
        await AddAccountAsync();
        var browser = Portal.OpenBrowser();
        var step = await ShowPasswordAsync(browser);
        Assert.Equal(CodePage.Address, step.Location);
        Assert.Null(step.Find(".site-nav"));
        var asked = await browser.OpenAsync<CodePage>(new Uri(Hosting.Browser.Home, "/program/markets?asOf=2018-01-02"));
        Assert.StartsWith(CodePage.Address, asked.Location, StringComparison.Ordinal);
        Assert.Equal("/program/markets?asOf=2018-01-02", (await ConfirmAsync(asked)).Location);
        Assert.Equal("/program", (await browser.OpenAsync(CodePage.Address)).Location);
    }

    [Fact]
    public async Task ACodeWorksOnceAndNoneBeforeIt()
    {
        await AddAccountAsync();
        var before = CodeOf();
        Portal.Clock.Advance(TimeSpan.FromSeconds(30));
        var code = CodeOf();
        Assert.Equal("/program", (await (await ShowPasswordAsync(Portal.OpenBrowser())).ConfirmAsync<WebPage>($" {code[..3]} {code[3..]}")).Location);
        Assert.NotNull((await (await ShowPasswordAsync(Portal.OpenBrowser())).TryAsync(code)).Refusal);
        Assert.NotNull((await (await ShowPasswordAsync(Portal.OpenBrowser())).TryAsync(before)).Refusal);
        Portal.Clock.Advance(TimeSpan.FromSeconds(30));
        Assert.Equal("/program", (await (await ShowPasswordAsync(Portal.OpenBrowser())).ConfirmAsync<WebPage>(CodeOf())).Location);
    }

    [Fact]
    public async Task OfTwoWhoShowACodeAtOnceOneComesIn()
    {
        await AddAccountAsync();
        CodePage[] pages = [await ShowPasswordAsync(Portal.OpenBrowser()), await ShowPasswordAsync(Portal.OpenBrowser()), await ShowPasswordAsync(Portal.OpenBrowser())];
        var answers = await Task.WhenAll(pages.Select(page => page.ConfirmAsync<WebPage>(CodeOf())));
        Assert.Single(answers, answer => answer.Location is "/program");
    }

    [Fact]
    public async Task WrongCodesLockTheAccountAndARightPasswordDoesNotForgetThem()
    {
        var user = await AddAccountAsync();
        for (var i = 0; i < Allowed; i++)
        {
            Assert.NotNull((await (await ShowPasswordAsync(Portal.OpenBrowser())).TryAsync("no code")).Refusal);
        }

        var browser = Portal.OpenBrowser();
        Assert.Single((await (await browser.OpenAsync<SignInPage>()).TryAsync(Email, Password)).Errors);
        Assert.False(IsSignedIn(browser));
        var trail = await AuditAsync();
        Assert.Equal(Allowed, trail.Count(row => row.Action is "Account.SecondFactorRefused" && row.EntityId == $"{user.Id}"));
        Assert.Single(trail, row => row.Action is "Account.Locked" && row.EntityId == $"{user.Id}");

        Portal.Clock.Advance(TimeSpan.FromMinutes(15));
        Assert.Equal("/program", (await SignInAsync(Portal.OpenBrowser())).Location);
    }

    [Fact]
    public async Task CodesTriedAtOnceAreNoMoreThanThoseTriedOneByOne()
    {
        await AddAccountAsync();
        var pages = new List<CodePage>();
        for (var i = 0; i < 2 * Allowed; i++)
        {
            pages.Add(await ShowPasswordAsync(Portal.OpenBrowser()));
        }

        await Task.WhenAll(pages.Select(page => page.TryAsync("no code")));
        Assert.NotNull((await pages[0].TryAsync(CodeOf())).Refusal);
        Assert.Single(await AuditAsync(), row => row.Action is "Account.Locked");
    }

    [Fact]
    public async Task WhoeverHasNoSecondFactorSetsOneUpBeforeAnythingElse()
    {
        await AddAccountAsync(withAuthenticator: false);
        var browser = Portal.OpenBrowser();
        Assert.Equal(SetUpPage.Address, (await ShowPasswordAsync(browser)).Location);
        var setUp = await browser.OpenAsync<SetUpPage>(new Uri(Hosting.Browser.Home, "/program/markets"));
        Assert.StartsWith(SetUpPage.Address, setUp.Location, StringComparison.Ordinal);
        Assert.StartsWith("data:image/png;base64,", setUp.Image, StringComparison.Ordinal);

        // A wrong code leaves the key as it is: the app has it already.
        var again = await setUp.ConfirmAsync<SetUpPage>("000 000");
        Assert.NotNull(again.ErrorOf("Input.Code"));
        Assert.Equal(setUp.Key.Reveal(), again.Key.Reveal());

        var codes = await again.ConfirmAsync<RecoveryCodesPage>(again.Key.CodeAt(Portal.Clock.GetUtcNow()));
        Assert.Equal(SecondFactors.CodesMade, codes.Codes.Distinct().Count());
        Assert.Equal(codes.Codes, codes.File.Split("\r\n", StringSplitOptions.RemoveEmptyEntries));
        Assert.Equal("/program/markets", (await codes.ContinueAsync()).Location);
        Assert.Empty((await browser.OpenAsync<RecoveryCodesPage>()).Codes);

        Carry(again.Key);
        Assert.NotNull((await (await ShowPasswordAsync(Portal.OpenBrowser())).TryAsync(CodeOf())).Refusal);
        Assert.Equal("/program", (await SignInAsync(Portal.OpenBrowser())).Location);
    }

    [Fact]
    public async Task WhoeverHasASecondFactorCannotSetUpAnotherInsteadOfShowingIt()
    {
        await AddAccountAsync(withAuthenticator: false);
        var thief = Portal.OpenBrowser();
        var setUp = await (await thief.OpenAsync<SignInPage>()).SignInAsync<SetUpPage>(Email, Password);
        var owner = Portal.OpenBrowser();
        var own = await (await owner.OpenAsync<SignInPage>()).SignInAsync<SetUpPage>(Email, Password);
        await own.ConfirmAsync<RecoveryCodesPage>(own.Key.CodeAt(Portal.Clock.GetUtcNow()));

        Assert.Equal(CodePage.Address, (await setUp.ConfirmAsync<WebPage>(setUp.Key.CodeAt(Portal.Clock.GetUtcNow()))).Location);
        Assert.Equal(CodePage.Address, (await thief.OpenAsync(SetUpPage.Address)).Location);
        Carry(own.Key);
        Assert.Equal("/program", (await SignInAsync(Portal.OpenBrowser())).Location);
    }

    [Fact]
    public async Task AKeyThatWasOfferedToSomebodyElseIsNotTaken()
    {
        await AddAccountAsync(withAuthenticator: false);
        var first = await (await Portal.OpenBrowser().OpenAsync<SignInPage>()).SignInAsync<SetUpPage>(Email, Password);
        var second = await (await Portal.OpenBrowser().OpenAsync<SignInPage>()).SignInAsync<SetUpPage>(Email, Password);
        second.Find("input[name='Input.Ticket']")!.SetAttribute("value", first.Find("input[name='Input.Ticket']")!.GetAttribute("value")!);
        var refused = await second.ConfirmAsync<SetUpPage>(first.Key.CodeAt(Portal.Clock.GetUtcNow()));
        Assert.NotNull(refused.ErrorOf("Input.Code"));
        Assert.NotEqual(first.Key.Reveal(), refused.Key.Reveal());
    }

    [Fact]
    public async Task RecoveryCodesThatNobodyLookedAtAreNotTheNextPersonsToRead()
    {
        await AddAccountAsync();
        var browser = Portal.OpenBrowser();
        await SignInAsync(browser);
        await (await browser.OpenAsync<RecoveryCodesPage>()).Form().SendAsync();

        var next = await Portal.SignInAsync(await Portal.AddStaffAsync());
        next.Take([$"__Host-message={browser.Cookie("__Host-message")}; path=/; secure"]);

        Assert.Empty((await next.OpenAsync<RecoveryCodesPage>()).Codes);
        Assert.Equal(10, (await browser.OpenAsync<RecoveryCodesPage>()).Codes.Count);
    }

    [Fact]
    public async Task ARecoveryCodeWorksOnce()
    {
        await AddAccountAsync();
        var browser = Portal.OpenBrowser();
        await SignInAsync(browser);
        var codes = (await (await browser.OpenAsync<RecoveryCodesPage>()).MakeAsync()).Codes;
        Assert.Equal(SecondFactors.CodesMade, codes.Count);

        var typed = codes[0].ToLowerInvariant().Replace("-", " ", StringComparison.Ordinal);
        CodePage[] pages = [await AskForRecoveryAsync(), await AskForRecoveryAsync(), await AskForRecoveryAsync()];
        var answers = await Task.WhenAll(pages.Select(page => page.ConfirmAsync<WebPage>(typed)));
        Assert.Single(answers, answer => answer.Location is "/program");
        Assert.NotNull((await (await AskForRecoveryAsync()).TryAsync(codes[0])).Refusal);
        Assert.Equal("/program", (await (await AskForRecoveryAsync()).ConfirmAsync<WebPage>(codes[1])).Location);
        Assert.Contains("8", (await browser.OpenAsync<RecoveryCodesPage>()).Text("main"), StringComparison.Ordinal);
        Assert.Equal(2, (await AuditAsync()).Count(row => row.Action is "Account.RecoveryCodeUsed"));

        await (await browser.OpenAsync<RecoveryCodesPage>()).MakeAsync();
        Assert.NotNull((await (await AskForRecoveryAsync()).TryAsync(codes[2])).Refusal);

        async Task<CodePage> AskForRecoveryAsync() => await (await ShowPasswordAsync(Portal.OpenBrowser())).UseRecoveryCodeAsync();
    }

    [Fact]
    public async Task AnotherAuthenticatorTakesThePlaceOfTheOneBefore()
    {
        await AddAccountAsync();
        var browser = Portal.OpenBrowser();
        await SignInAsync(browser);
        var page = await browser.OpenAsync<SetUpPage>(new Uri(Hosting.Browser.Home, "/account/authenticator"));
        Portal.Clock.Advance(TimeSpan.FromSeconds(30));
        var codes = await page.ConfirmAsync<RecoveryCodesPage>(page.Key.CodeAt(Portal.Clock.GetUtcNow()));
        Assert.Equal("/account", (await codes.ContinueAsync()).Location);

        Portal.Clock.Advance(TimeSpan.FromSeconds(30));
        Assert.NotNull((await (await ShowPasswordAsync(Portal.OpenBrowser())).TryAsync(CodeOf())).Refusal);
        Carry(page.Key);
        Assert.Equal("/program", (await SignInAsync(Portal.OpenBrowser())).Location);
        Assert.Single(await MailAsync(), mail => mail.Subject.Contains("second factor", StringComparison.Ordinal));
    }

    [Fact]
    public async Task TheOnlySecondFactorStays()
    {
        await AddAccountAsync();
        var browser = Portal.OpenBrowser();
        await SignInAsync(browser);
        var page = await browser.OpenAsync<SetUpPage>(new Uri(Hosting.Browser.Home, "/account/authenticator"));
        Assert.Null(page.Find("form[action*=Remove]"));
        var refused = await page.Form("#authenticator-form").SubmitAsync<WebPage>(to: "/account/authenticator?handler=Remove");
        Assert.Single(refused.Errors);
        Assert.Equal("/program", (await SignInAsync(Portal.OpenBrowser())).Location);
    }

    [Fact]
    public async Task WhoeverIsNotTheOneLeavesBeforeTheSecondStep()
    {
        await AddAccountAsync();
        var browser = Portal.OpenBrowser();
        var left = await (await ShowPasswordAsync(browser)).LeaveAsync();
        Assert.Equal((HttpStatusCode.OK, SignInPage.Address), (left.Status, left.Location));
        Assert.Null(browser.Cookie(SessionCookie.Name) is { Length: > 0 } cookie ? cookie : null);
    }

    [Fact]
    public async Task TheDatabaseHoldsNoSecondFactorThatCouldBeUsed()
    {
        await AddAccountAsync(withAuthenticator: false);
        var setUp = await (await Portal.OpenBrowser().OpenAsync<SignInPage>()).SignInAsync<SetUpPage>(Email, Password);
        var codes = (await setUp.ConfirmAsync<RecoveryCodesPage>(setUp.Key.CodeAt(Portal.Clock.GetUtcNow()))).Codes;
        await using var db = await Portal.Database.OpenAsync();
        var kept = await db.UserTokens.Select(row => row.Value).ToListAsync(Cancellation);
        Assert.Equal(2, kept.Count);
        Assert.All(codes.Append(setUp.Key.Reveal()), secret => Assert.DoesNotContain(kept, value => value!.Contains(secret, StringComparison.OrdinalIgnoreCase)));
    }
}
