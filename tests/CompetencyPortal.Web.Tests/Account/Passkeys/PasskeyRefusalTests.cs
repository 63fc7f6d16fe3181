using System.Security.Cryptography;
using System.Text.Json;

using CompetencyPortal.Data.Entities;
using CompetencyPortal.Testing.Databases;
using CompetencyPortal.Web.Infrastructure.Passkeys;
using CompetencyPortal.Web.Tests.Hosting;

namespace CompetencyPortal.Web.Tests.Account.Passkeys;

/// <summary>Answers that are not what they seem.</summary>
public sealed class PasskeyRefusalTests(PostgreSqlFixture server) : PasskeyTest(server)
{
    private static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(5);

    private static readonly Dictionary<string, Action<SoftAuthenticator>> Attacks = new()
    {
        ["another site"] = device => device.Origin = "https://portal.example",
        ["another port"] = device => device.Origin = "https://localhost:8443",
        ["another scheme"] = device => device.Origin = "http://localhost",
        ["a longer host"] = device => device.Origin = "https://localhost.evil.example",
        ["a path behind the origin"] = device => device.Origin = "https://localhost/",
        ["a frame"] = device => device.IsFramed = true,
        ["another domain"] = device => device.Domain = "portal.example",
        ["another challenge"] = device => device.Challenge = RandomNumberGenerator.GetBytes(32),
        ["no challenge"] = device => device.Challenge = [],
        ["a device that nobody unlocked"] = device => device.IsUnlocked = false,
    };

    [Fact]
    public async Task SignIn_WhenTheAnswerIsNotFromThisPageAndAnUnlockedDevice_IsRefused()
    {
        var user = await AddAccountAsync();
        foreach (var (name, attack) in Attacks)
        {
            using var phone = new SoftAuthenticator();
            await AddAsync(user, phone, name);
            attack(phone);
            await ExpectRefusedAsync(await EnterAsync(phone), user, "wrong answer");
        }
    }

    [Fact]
    public async Task Add_WhenTheAnswerIsNotFromThisPageAndAnUnlockedDevice_IsRefused()
    {
        var user = await AddAccountAsync();
        foreach (var (name, attack) in Attacks)
        {
            using var phone = new SoftAuthenticator();
            attack(phone);
            Assert.Contains("was not added", Assert.Single((await AddAsync(user, phone, name)).Errors), StringComparison.Ordinal);
        }

        Assert.Empty(await PasskeysAsync(user));
        Assert.Equal(Attacks.Select(_ => ("Account.PasskeyRefused", $"{user.Id}", (string?)"wrong answer")), await TrailAsync());
    }

    [Fact]
    public async Task SignIn_WhenTheSignatureIsAnothers_IsRefused()
    {
        var user = await AddAccountAsync();
        using var phone = new SoftAuthenticator();
        await AddAsync(user, phone);
        using var impostor = phone.Impostor();
        await ExpectRefusedAsync(await EnterAsync(impostor), user, "wrong answer");
        phone.Forges = true;
        await ExpectRefusedAsync(await EnterAsync(phone), user, "wrong answer");
    }

    [Fact]
    public async Task SignIn_WhenThePasskeyClaimsAnotherAccount_IsRefused()
    {
        var user = await AddAccountAsync();
        var victim = await Portal.AddStaffAsync();
        using var phone = new SoftAuthenticator();
        await AddAsync(user, phone);
        phone.User = victim.Id.ToString();
        await ExpectRefusedAsync(await EnterAsync(phone), user, "wrong answer");
        phone.User = "nobody";
        await ExpectRefusedAsync(await EnterAsync(phone), user, "wrong answer");
    }

    [Fact]
    public async Task SignIn_WhenTheDeviceHasCountedBackwards_IsRefused()
    {
        var user = await AddAccountAsync();
        using var phone = new SoftAuthenticator { Count = 5 };
        await AddAsync(user, phone);
        Assert.Equal("/program", (await EnterAsync(phone)).Location);
        Assert.Equal("/program", (await EnterAsync(phone)).Location);

        // A copy that was made before signs with a count that has been seen.
        phone.Count = 6;
        await ExpectRefusedAsync(await EnterAsync(phone), user, "wrong answer");
        phone.Count = 7;
        Assert.Equal("/program", (await EnterAsync(phone)).Location);
    }

    [Fact]
    public async Task SignIn_WhenTheAnswerWasGivenBefore_IsRefused()
    {
        var user = await AddAccountAsync();
        using var phone = new SoftAuthenticator();
        await AddAsync(user, phone);
        var browser = Portal.OpenBrowser();
        var form = await OpenDoorAsync(browser);
        var answer = phone.Sign(await form.AskAsync());
        var cookie = browser.Cookie(PasskeyCookie.Name)!;
        Assert.Equal("/program", (await form.AnswerAsync(answer)).Location);
        Assert.Equal("", browser.Cookie(PasskeyCookie.Name) ?? "");

        var thief = Portal.OpenBrowser();
        var again = await OpenDoorAsync(thief);
        thief.Take([$"{PasskeyCookie.Name}={cookie}; path=/"]);
        await ExpectRefusedAsync(await again.AnswerAsync(answer), user, "no challenge");
    }

    [Fact]
    public async Task SignIn_WhenOneAnswerComesManyTimesAtOnce_OpensOneSession()
    {
        var user = await AddAccountAsync();
        using var phone = new SoftAuthenticator();
        await AddAsync(user, phone);
        await using var node = Portal.StartAnotherNode();
        var browser = Portal.OpenBrowser();
        var form = await OpenDoorAsync(browser);
        var answer = phone.Sign(await form.AskAsync());
        var cookie = browser.Cookie(PasskeyCookie.Name)!;
        var doors = new List<PasskeyForm>();
        for (var i = 0; i < 8; i++)
        {
            var thief = i % 2 is 0 ? Portal.OpenBrowser() : node.OpenBrowser();
            doors.Add(await OpenDoorAsync(thief));
            thief.Take([$"{PasskeyCookie.Name}={cookie}; path=/"]);
        }

        var answers = await Task.WhenAll(doors.Select(door => door.AnswerAsync(answer)));
        Assert.Single(answers, one => one.Location is "/program");
        Assert.Equal(7, answers.Count(one => one.Errors.Count > 0));
    }

    [Fact]
    public async Task SignIn_WhenTheAnswerFailed_CannotBeTriedAgainOnTheSameChallenge()
    {
        var user = await AddAccountAsync();
        using var phone = new SoftAuthenticator();
        await AddAsync(user, phone);
        var browser = Portal.OpenBrowser();
        var form = await OpenDoorAsync(browser);
        var options = await form.AskAsync();
        var cookie = browser.Cookie(PasskeyCookie.Name)!;
        Assert.NotEmpty((await form.AnswerAsync("{}")).Errors);
        browser.Take([$"{PasskeyCookie.Name}={cookie}; path=/"]);
        await ExpectRefusedAsync(await form.AnswerAsync(phone.Sign(options)), user, "no challenge");
    }

    [Theory]
    [InlineData(-1, true)]
    [InlineData(0, false)]
    public async Task SignIn_AroundTheEndOfTheChallenge_IsAcceptedBeforeItOnly(int seconds, bool accepted)
    {
        var user = await AddAccountAsync();
        using var phone = new SoftAuthenticator();
        await AddAsync(user, phone);
        var form = await OpenDoorAsync(Portal.OpenBrowser());
        var answer = phone.Sign(await form.AskAsync());
        Portal.Clock.Advance(Lifetime + TimeSpan.FromSeconds(seconds));
        var page = await form.AnswerAsync(answer);
        if (accepted)
        {
            Assert.Equal("/program", page.Location);
        }
        else
        {
            await ExpectRefusedAsync(page, user, "no challenge");
        }
    }

    [Fact]
    public async Task SignIn_WithAChallengeThatWasMadeToAdd_IsRefused()
    {
        var user = await AddAccountAsync();
        using var phone = new SoftAuthenticator();
        var browser = await Portal.SignInAsync(user);
        await AddAsync(browser, phone);
        var options = await (await browser.OpenAsync<PasskeysPage>()).Adding.AskAsync();
        var thief = Portal.OpenBrowser();
        var form = await OpenDoorAsync(thief);
        thief.Take([$"{PasskeyCookie.Name}={browser.Cookie(PasskeyCookie.Name)}; path=/"]);
        await ExpectRefusedAsync(await form.AnswerAsync(phone.Sign(options)), user, "no challenge");
    }

    [Fact]
    public async Task Add_WithAChallengeOfAnotherAccount_IsRefused()
    {
        var fabrikam = await Portal.AddOrganisationAsync("Fabrikam");
        var tailspin = await Portal.AddOrganisationAsync("Tailspin");
        foreach (var (asks, answers) in new[] { (tailspin.Admin, fabrikam.Admin), (tailspin.Admin, tailspin.Member), (tailspin.Admin, await Portal.AddStaffAsync()) })
        {
            using var phone = new SoftAuthenticator();
            var other = await Portal.SignInAsync(asks);
            var answer = phone.Create(await (await other.OpenAsync<PasskeysPage>()).Adding.AskAsync());
            var browser = await Portal.SignInAsync(answers);
            var form = (await browser.OpenAsync<PasskeysPage>()).Adding;
            browser.Take([$"{PasskeyCookie.Name}={other.Cookie(PasskeyCookie.Name)}; path=/"]);
            Assert.NotEmpty((await form.AnswerAsync(answer, "Not mine")).Errors);
            Assert.Empty(await PasskeysAsync(answers));
            Assert.Empty(await PasskeysAsync(asks));
        }
    }

    [Fact]
    public async Task Add_WhenSomebodyHasThePasskey_IsRefused()
    {
        var fabrikam = await Portal.AddOrganisationAsync("Fabrikam");
        var tailspin = await Portal.AddOrganisationAsync("Tailspin");
        using var phone = new SoftAuthenticator();
        await AddAsync(fabrikam.Admin, phone);
        foreach (var user in new[] { fabrikam.Admin, fabrikam.Member, tailspin.Admin, await Portal.AddStaffAsync() })
        {
            Assert.NotEmpty((await AddAsync(user, phone)).Errors);
        }

        Assert.Single(await PasskeysAsync(fabrikam.Admin));
        Assert.Empty(await PasskeysAsync(tailspin.Admin));
    }

    [Fact]
    public async Task WhateverIsSent_IsAnsweredByARefusal()
    {
        string[] answers =
        [
            "{}", "[]", "null", "7", "\"id\"", "{{{{", "{\"id\":7}", "{\"id\":\"!\",\"type\":\"public-key\",\"response\":null}",
            "{\"id\":\"AAAA\",\"type\":\"public-key\",\"response\":{\"clientDataJSON\":\"AAAA\",\"authenticatorData\":\"AAAA\",\"signature\":\"AAAA\"}}",
            JsonSerializer.Serialize(new { id = new string('A', 1_000_000) }),
        ];
        var door = await OpenDoorAsync(Portal.OpenBrowser());
        var adding = (await (await Portal.SignInAsync(await AddAccountAsync())).OpenAsync<PasskeysPage>()).Adding;
        foreach (var answer in answers)
        {
            await door.AskAsync();
            Assert.Single((await door.AnswerAsync(answer)).Errors);
            await adding.AskAsync();
            Assert.Single((await adding.AnswerAsync(answer, "My phone")).Errors);
        }

        Assert.DoesNotContain(Portal.Log.Lines, line => line.StartsWith("Error", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Options_AskForAnUnlockedDeviceAndForNothingThatIdentifiesIt()
    {
        var user = await AddAccountAsync();
        var browser = await Portal.SignInAsync(user);
        var create = await (await browser.OpenAsync<PasskeysPage>()).Adding.AskAsync();
        var selection = create.GetProperty("authenticatorSelection");
        Assert.Equal(("required", "required"), (selection.GetProperty("userVerification").GetString(), selection.GetProperty("residentKey").GetString()));
        Assert.Equal(("localhost", "none"), (create.GetProperty("rp").GetProperty("id").GetString(), create.GetProperty("attestation").GetString()));

        var get = await (await OpenDoorAsync(Portal.OpenBrowser())).AskAsync();
        Assert.Equal(("required", "localhost"), (get.GetProperty("userVerification").GetString(), get.GetProperty("rpId").GetString()));
        Assert.Empty(get.GetProperty("allowCredentials").EnumerateArray());
    }

    private async Task ExpectRefusedAsync(WebPage page, PortalUser user, string why)
    {
        Assert.Equal("/account/passkeys/sign-in", page.Location);
        Assert.Contains("was not accepted", Assert.Single(page.Errors), StringComparison.Ordinal);
        Assert.False(IsSignedIn(page.Browser) && page.Find("form[action='/account/sign-out']") is null, "Somebody is half signed in.");
        Assert.Equal(("Account.PasskeyRefused", user.Id.ToString(), why), (await TrailAsync())[^1]);
    }
}
