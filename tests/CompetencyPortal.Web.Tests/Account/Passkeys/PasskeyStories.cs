using System.Net;

using CompetencyPortal.Data.Accounts.Passkeys;
using CompetencyPortal.Testing;
using CompetencyPortal.Testing.Databases;
using CompetencyPortal.Web.Tests.Hosting;

using Microsoft.EntityFrameworkCore;

namespace CompetencyPortal.Web.Tests.Account.Passkeys;

/// <summary>People add passkeys, sign in with them, and part with them.</summary>
public sealed class PasskeyStories(PostgreSqlFixture server) : PasskeyTest(server)
{
    [Fact]
    public async Task CanAddAPasskeyAndSignInWithIt()
    {
        var user = await AddAccountAsync();
        using var phone = new SoftAuthenticator { Syncs = true };
        var page = await AddAsync(user, phone, " My phone ");
        Assert.Equal(("/account/passkeys", "The passkey “My phone” has been added."), (page.Location, page.Message));

        Portal.Clock.Advance(TimeSpan.FromDays(2));
        Assert.Equal("/program", (await EnterAsync(phone)).Location);

        var browser = await Portal.SignInAsync(user);
        Assert.Equal(
            ["My phone | 20 Nov 2026 | 22 Nov 2026 | Synced between your devices"], (await browser.OpenAsync<PasskeysPage>()).Passkeys);
        var key = Assert.Single(await PasskeysAsync(user)).Key;
        Assert.Equal([("Account.PasskeyAdded", $"{user.Id}", key), ("Account.PasskeyAccepted", $"{user.Id}", key)], await TrailAsync());
        Assert.Contains(await AuditAsync(), row => row.Action is "Account.SignedIn" && row.ActorId == user.Id);
    }

    [Fact]
    public async Task APersonOfAnOrganisationArrivesWhereTheyCameFrom()
    {
        var organisation = await Portal.AddOrganisationAsync();
        using var phone = new SoftAuthenticator();
        await AddAsync(organisation.Member, phone);
        Assert.Equal(["My phone | 20 Nov 2026 | Not yet | On one device only"], (await (await Portal.SignInAsync(organisation.Member)).OpenAsync<PasskeysPage>()).Passkeys);

        var browser = Portal.OpenBrowser();
        var form = new PasskeyForm(await browser.OpenAsync("/account/sign-in?returnUrl=%2Fpeople"));
        Assert.Equal("/people", (await form.AnswerAsync(phone.Sign(await form.AskAsync()))).Location);
    }

    [Fact]
    public async Task CanRenameAPasskey()
    {
        var user = await AddAccountAsync();
        using var phone = new SoftAuthenticator();
        var browser = await Portal.SignInAsync(user);
        await AddAsync(browser, phone);
        var list = await browser.OpenAsync<PasskeysPage>();

        var form = (await browser.OpenAsync(list.AddressOf("My phone", "rename"))).Form();
        Assert.Equal("My phone", form["Input.Name"]);
        form["Input.Name"] = "";
        Assert.Equal("Enter a name for the passkey.", (await form.SubmitAsync<WebPage>()).ErrorOf("Input.Name"));
        form["Input.Name"] = new string('x', Passkey.NameLength + 1);
        Assert.NotNull((await form.SubmitAsync<WebPage>()).ErrorOf("Input.Name"));
        form["Input.Name"] = "Old phone";
        Assert.Equal("The passkey is now called “Old phone”.", (await form.SubmitAsync<WebPage>()).Message);

        Assert.Equal("Old phone", Assert.Single(await PasskeysAsync(user)).Name);
        Assert.Equal("/program", (await EnterAsync(phone)).Location);
        Assert.Single(await TrailAsync(), one => one.Action is "Account.PasskeyRenamed");
    }

    [Fact]
    public async Task ARemovedPasskeyNoLongerSignsIn()
    {
        var user = await AddAccountAsync();
        using var phone = new SoftAuthenticator();
        using var key = new SoftAuthenticator();
        var browser = await Portal.SignInAsync(user);
        await AddAsync(browser, phone);
        await AddAsync(browser, key, "Security key");

        var list = await browser.OpenAsync<PasskeysPage>();
        var removal = await browser.OpenAsync(list.AddressOf("My phone", "remove"));
        Assert.Equal("The passkey “My phone” has been removed. Delete it on your device too.", (await removal.Form().SubmitAsync<WebPage>()).Message);

        Assert.NotEmpty((await EnterAsync(phone)).Errors);
        Assert.Equal("/program", (await EnterAsync(key)).Location);
        Assert.Equal("Security key", Assert.Single(await PasskeysAsync(user)).Name);
        Assert.Single(await TrailAsync(), one => one.Action is "Account.PasskeyRemoved");

        // Two were added and one was removed: each time the owner is written to.
        Assert.Equal(3, (await MailAsync()).Count);
    }

    [Fact]
    public async Task TheLastSecondFactorCannotBeRemoved()
    {
        var user = await AddAccountAsync(withAuthenticator: false);
        using var phone = new SoftAuthenticator();
        using var key = new SoftAuthenticator();
        var browser = await Portal.SignInAsync(user);
        await AddAsync(browser, phone);
        await AddAsync(browser, key, "Security key");
        var list = await browser.OpenAsync<PasskeysPage>();

        // Both removals are begun while each may go.
        var first = (await browser.OpenAsync(list.AddressOf("My phone", "remove"))).Form();
        var second = (await browser.OpenAsync(list.AddressOf("Security key", "remove"))).Form();
        var answers = await Task.WhenAll(first.SubmitAsync<WebPage>(), second.SubmitAsync<WebPage>());

        Assert.Single(answers, answer => answer.Location is "/account/passkeys");
        var refused = Assert.Single(answers, answer => answer.Errors.Count > 0);
        Assert.Null(refused.Find("main form"));
        var left = Assert.Single(await PasskeysAsync(user));
        Assert.Null((await browser.OpenAsync($"/account/passkeys/{left.Key}/remove")).Find("main form"));
    }

    [Fact]
    public async Task WithAnAuthenticatorAppEveryPasskeyCanBeRemoved()
    {
        var user = Rows.User();
        user.TwoFactorEnabled = true;
        await Portal.SaveAsync(null, user);
        using var phone = new SoftAuthenticator();
        var browser = await Portal.SignInAsync(user);
        await AddAsync(browser, phone);
        var removal = await browser.OpenAsync((await browser.OpenAsync<PasskeysPage>()).AddressOf("My phone", "remove"));
        Assert.NotNull((await removal.Form().SubmitAsync<WebPage>()).Message);
        Assert.Empty(await PasskeysAsync(user));
    }

    [Fact]
    public async Task WithAPasswordAloneAPasskeyIsSetUpBeforeAnythingElseOpens()
    {
        var user = await AddAccountAsync(withAuthenticator: false);
        using var phone = new SoftAuthenticator();
        using var thiefs = new SoftAuthenticator();

        // Somebody else who knows the password is on the same way.
        var thief = Portal.OpenBrowser();
        var thiefsForm = await OpenSetUpAsync(thief);
        var thiefsAnswer = thiefs.Create(await thiefsForm.AskAsync());

        var form = await OpenSetUpAsync(Portal.OpenBrowser());
        var codes = await form.AnswerAsync(phone.Create(await form.AskAsync()), "My phone");
        Assert.StartsWith("/account/recovery-codes", codes.Location, StringComparison.Ordinal);
        Assert.Equal(10, codes.Document.QuerySelectorAll("#recovery-codes code").Length);
        Assert.Equal("/program", (await codes.FollowAsync<WebPage>("main a.btn-primary")).Location);

        Assert.Single((await thiefsForm.AnswerAsync(thiefsAnswer, "Not yours")).Errors);
        Assert.Equal("/account/second-factor", (await thief.OpenAsync("/account/passkeys/set-up")).Location);
        Assert.Equal("My phone", Assert.Single(await PasskeysAsync(user)).Name);
    }

    [Fact]
    public async Task AfterThePasswordAPasskeyIsAskedFor()
    {
        var user = await AddAccountAsync(withAuthenticator: false);
        using var phone = new SoftAuthenticator();
        using var strangers = new SoftAuthenticator();
        await AddAsync(user, phone);
        await AddAsync(await Portal.AddStaffAsync(), strangers);

        var step = await ShowPasswordAsync(Portal.OpenBrowser());
        Assert.Equal("/account/second-factor", step.Location);
        var form = new PasskeyForm(step);
        var options = await form.AskAsync();
        Assert.Single(options.GetProperty("allowCredentials").EnumerateArray());
        var refused = await form.AnswerAsync(strangers.Sign(options));
        Assert.Single(refused.Errors);
        Assert.Equal(HttpStatusCode.OK, (await step.Browser.OpenAsync("/account/second-factor")).Status);

        form = new PasskeyForm(refused);
        Assert.Equal("/program", (await form.AnswerAsync(phone.Sign(await form.AskAsync()))).Location);
    }

    [Fact]
    public async Task WhoeverSignedInAWhileAgoConfirmsWithAPasskeyAndComesBack()
    {
        var user = await AddAccountAsync(withAuthenticator: false);
        using var phone = new SoftAuthenticator();
        var browser = await Portal.SignInAsync(user);
        await AddAsync(browser, phone);
        Portal.Clock.Advance(TimeSpan.FromMinutes(15));

        var page = await browser.OpenAsync("/account/passkeys");
        Assert.StartsWith("/account/confirm", page.Location, StringComparison.Ordinal);
        var form = new PasskeyForm(page);
        var options = await form.AskAsync();
        Assert.Single(options.GetProperty("allowCredentials").EnumerateArray());
        var refused = await form.AnswerAsync("{}");
        Assert.Contains("was not accepted", Assert.Single(refused.Errors), StringComparison.Ordinal);

        form = new PasskeyForm(refused);
        Assert.Equal("/account/passkeys", (await form.AnswerAsync(phone.Sign(await form.AskAsync()))).Location);
        Assert.Contains(await AuditAsync(), row => row.Action is "Account.Confirmed");
    }

    [Fact]
    public async Task AnotherPersonsPasskeyConfirmsNothing()
    {
        var user = await AddAccountAsync();
        var other = await Portal.AddStaffAsync();
        using var own = new SoftAuthenticator();
        using var others = new SoftAuthenticator();
        await AddAsync(other, others);
        var browser = await Portal.SignInAsync(user);
        await AddAsync(browser, own);

        var form = new PasskeyForm(await browser.OpenAsync("/account/confirm"));
        Assert.Single((await form.AnswerAsync(others.Sign(await form.AskAsync()))).Errors);
        others.User = user.Id.ToString();
        Assert.Single((await form.AnswerAsync(others.Sign(await form.AskAsync()))).Errors);
        Assert.All((await TrailAsync()).Where(one => one.Action is "Account.PasskeyRefused"), one => Assert.Equal(user.Id.ToString(), one.Of));
        Assert.DoesNotContain(await AuditAsync(), row => row.Action is "Account.Confirmed");
    }

    [Fact]
    public async Task AnAccountLockedByWrongPasswordsIsEnteredWithItsPasskey()
    {
        var user = await AddAccountAsync();
        using var phone = new SoftAuthenticator();
        await AddAsync(user, phone);
        for (var i = 0; i < 5; i++)
        {
            await FailAsync();
        }

        Assert.NotEmpty((await FailAsync(password: Password)).Errors);
        Assert.Equal("/program", (await EnterAsync(phone)).Location);
    }

    [Fact]
    public async Task AnAccountHasAtMostTwentyPasskeys()
    {
        var user = await AddAccountAsync();
        var browser = await Portal.SignInAsync(user);
        using var late = new SoftAuthenticator();
        var form = (await browser.OpenAsync<PasskeysPage>()).Adding;
        for (var i = 0; i < AccountPasskeys.Most; i++)
        {
            using var device = new SoftAuthenticator();
            await AddAsync(browser, device, $"Device {i}");
        }

        Assert.NotEmpty((await form.AnswerAsync(late.Create(await form.AskAsync()), "One too many")).Errors);
        Assert.Equal(AccountPasskeys.Most, (await PasskeysAsync(user)).Count);
        var page = await browser.OpenAsync<PasskeysPage>();
        Assert.Null(page.Find("form[data-passkey]"));
        Assert.Contains("You have 20 passkeys", page.Text("main"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task WithoutScriptsTheFormsSayWhatIsNeeded()
    {
        var browser = await Portal.SignInAsync(await AddAccountAsync());
        var list = await browser.OpenAsync<PasskeysPage>();
        Assert.Contains("JavaScript", list.Text("noscript"), StringComparison.Ordinal);
        Assert.Equal("Enter a name for the passkey.", (await list.Adding.AnswerAsync("", "")).ErrorOf("Input.Name"));
        Assert.Contains("JavaScript", Assert.Single((await list.Adding.AnswerAsync("", "My phone")).Errors), StringComparison.Ordinal);

        var door = await OpenDoorAsync(Portal.OpenBrowser());
        var refused = await door.AnswerAsync("");
        Assert.Contains("JavaScript", Assert.Single(refused.Errors), StringComparison.Ordinal);
        Assert.NotNull(refused.Find("main a[href='/account/sign-in']"));
    }

    [Fact]
    public async Task NobodyReachesAnotherAccountsPasskey()
    {
        var fabrikam = await Portal.AddOrganisationAsync("Fabrikam");
        var tailspin = await Portal.AddOrganisationAsync("Tailspin");
        using var phone = new SoftAuthenticator();
        await AddAsync(tailspin.Admin, phone);
        var key = Assert.Single(await PasskeysAsync(tailspin.Admin)).Key;
        foreach (var stranger in new[] { fabrikam.Admin, tailspin.Member })
        {
            var browser = await Portal.SignInAsync(stranger);
            Assert.Empty((await browser.OpenAsync<PasskeysPage>()).Passkeys);
            foreach (var act in new[] { "rename", "remove" })
            {
                Assert.Equal(HttpStatusCode.NotFound, (await browser.OpenAsync($"/account/passkeys/{key}/{act}")).Status);
            }
        }
    }

    [Fact]
    public async Task WhatNobodyAnsweredIsForgotten()
    {
        var form = await OpenDoorAsync(Portal.OpenBrowser());
        await form.AskAsync();
        await form.AskAsync();
        Assert.Equal(2, await ChallengesAsync());
        Portal.Clock.Advance(TimeSpan.FromMinutes(5));
        await form.AskAsync();
        Assert.Equal(1, await ChallengesAsync());
    }

    /// <summary>Shows the password, and goes on to the page where a passkey is set up.</summary>
    private static async Task<PasskeyForm> OpenSetUpAsync(Browser browser)
    {
        var setUp = await (await browser.OpenAsync<SignInPage>()).SignInAsync<SetUpPage>(Email, Password);
        Assert.StartsWith(SetUpPage.Address, setUp.Location, StringComparison.Ordinal);
        return new PasskeyForm(await setUp.FollowAsync<WebPage>("main a[href^='/account/passkeys/set-up']"));
    }

    private async Task<int> ChallengesAsync()
    {
        await using var db = await Portal.Database.OpenAsync();
        return await db.PasskeyChallenges.CountAsync(Cancellation);
    }
}
