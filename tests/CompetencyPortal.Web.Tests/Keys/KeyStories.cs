using System.Net;
using System.Xml.Linq;

using CompetencyPortal.Data.DataProtection;
using CompetencyPortal.Data.Entities;
using CompetencyPortal.Testing.Databases;
using CompetencyPortal.Web.Infrastructure.Sessions;
using CompetencyPortal.Web.Tests.Hosting;

using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CompetencyPortal.Web.Tests.Keys;

/// <summary>What one node has protected, every other reads: cookies and forms, through restarts and new keys. The database alone gives nobody a key.</summary>
public sealed class KeyStories(PostgreSqlFixture server) : PortalTest(server)
{
    private const string Session = SessionCookie.Name;
    private const string Antiforgery = "__Host-antiforgery";

    private static readonly TimeSpan KeyLifetime = TimeSpan.FromDays(90);

    [Fact]
    public async Task ACookieAndAFormOfOneNodeAreGoodOnAnother()
    {
        await using var other = Portal.StartAnotherNode();
        await AssertExchangeAsync(Portal, other);
        await AssertExchangeAsync(other, Portal);
    }

    [Fact]
    public async Task ACookieAndAFormOutliveARestart()
    {
        var user = await Portal.AddStaffAsync();
        var before = Portal.StartAnotherNode();
        var (browser, form) = await PrepareAsync(before, user);
        await before.DisposeAsync();
        await using var after = Portal.StartAnotherNode();
        await AssertGoodAsync(after, browser, form);
    }

    [Fact]
    public async Task WhenAKeyExpiresTheNextTakesItsPlaceOnEveryNodeAndWhatTheOldOneProtectedStaysGood()
    {
        var user = await Portal.AddStaffAsync();
        var (browser, form) = await PrepareAsync(Portal, user);
        await AgeKeysAsync(KeyLifetime + TimeSpan.FromDays(1));

        await using var other = Portal.StartAnotherNode();
        var (later, laterForm) = await PrepareAsync(other, user);
        Assert.NotEqual(KeyOf(browser.Cookie(Session)!), KeyOf(later.Cookie(Session)!));
        await using var restarted = Portal.StartAnotherNode();
        foreach (var node in new[] { Portal, other, restarted })
        {
            await AssertGoodAsync(node, browser, form);
            await AssertGoodAsync(node, later, laterForm);
        }
    }

    [Fact]
    public async Task AKeyMadeByHandIsUsedFromThenOn()
    {
        var user = await Portal.AddStaffAsync();
        var (browser, form) = await PrepareAsync(Portal, user);
        var now = TimeProvider.System.GetUtcNow();
        var made = KeysOf(Portal).CreateNewKey(now, now + KeyLifetime);

        await using var other = Portal.StartAnotherNode();
        var (later, laterForm) = await PrepareAsync(other, user);
        Assert.Equal(made.KeyId, KeyOf(later.Cookie(Session)!));
        await AssertGoodAsync(Portal, later, laterForm);
        await AssertGoodAsync(other, browser, form);
    }

    [Fact]
    public async Task ARevokedKeyOpensNothingAnyMore()
    {
        var (browser, _) = await PrepareAsync(Portal, await Portal.AddStaffAsync());
        KeysOf(Portal).RevokeKey(KeyOf(browser.Cookie(Session)!), "known to somebody");
        await using var restarted = Portal.StartAnotherNode();
        Assert.False(await IsInAsync(restarted, browser));
    }

    [Fact]
    public async Task ANewCertificateReadsWhatTheFormerOneEncrypted()
    {
        var user = await Portal.AddStaffAsync();
        var (browser, form) = await PrepareAsync(Portal, user);
        using var certificate = new TestCertificate();
        await using var renewed = Portal.StartAnotherNode([.. certificate.Settings, .. TestCertificate.Shared.FormerSettings]);
        await AssertGoodAsync(renewed, browser, form);

        // Once a key was made under the new certificate, the former one is not needed for it.
        var now = TimeProvider.System.GetUtcNow();
        var made = KeysOf(renewed).CreateNewKey(now, now + KeyLifetime);
        var (later, laterForm) = await PrepareUnderAnotherKeyAsync(renewed, user, KeyOf(browser.Cookie(Session)!));
        Assert.Equal(made.KeyId, KeyOf(later.Cookie(Session)!));
        await using var forgetful = Portal.StartAnotherNode(certificate.Settings);
        await AssertGoodAsync(forgetful, later, laterForm);
    }

    [Fact]
    public async Task WithoutTheFormerCertificatePeopleSignInAgainAndNothingFails()
    {
        var user = await Portal.AddStaffAsync();
        var (browser, _) = await PrepareAsync(Portal, user);
        using var certificate = new TestCertificate();
        await using var forgetful = Portal.StartAnotherNode(certificate.Settings);
        Assert.False(await IsInAsync(forgetful, browser));
        var (later, form) = await PrepareAsync(forgetful, user);
        await AssertGoodAsync(forgetful, later, form);
    }

    [Fact]
    public async Task TheDatabaseHoldsNoKeyThatItsReaderCouldUse()
    {
        await PrepareAsync(Portal, await Portal.AddStaffAsync());
        var rows = await RowsAsync();
        var keys = KeysOf(Portal).GetAllKeys();
        Assert.NotEmpty(keys);
        foreach (var key in keys)
        {
            var master = key.Descriptor.ExportToXml().SerializedDescriptorElement.Descendants("masterKey").Single().Element("value")!.Value;
            Assert.Equal(64, Convert.FromBase64String(master).Length);
            Assert.Contains(rows, row => row.Contains($"{key.KeyId}", StringComparison.Ordinal) && row.Contains("EncryptedXmlDecryptor", StringComparison.Ordinal));
            Assert.DoesNotContain(rows, row => row.Contains(master, StringComparison.Ordinal));
        }

        Assert.DoesNotContain(rows, row => row.Contains("masterKey", StringComparison.Ordinal));
    }

    /// <summary>As an earlier run in Development leaves it; somebody may have read the table meanwhile, and made cookies of their own.</summary>
    [Fact]
    public async Task AKeyThatLiesThereUnencryptedProtectsNothing()
    {
        var user = await Portal.AddStaffAsync();
        var plain = await StorePlainKeyAsync();
        var browser = await ForgeAsync(plain, user);
        await using var restarted = Portal.StartAnotherNode();
        Assert.False(await IsInAsync(restarted, browser));

        var (own, form) = await PrepareAsync(restarted, user);
        await AssertGoodAsync(restarted, own, form);
        Assert.NotEqual(KeyOf(browser.Cookie(Session)!), KeyOf(own.Cookie(Session)!));
        Assert.Contains(restarted.Log.Lines, line => line.Contains("lies unencrypted", StringComparison.Ordinal) && line.Contains($"{KeyOf(browser.Cookie(Session)!)}", StringComparison.Ordinal));
    }

    /// <summary>An envelope that the framework opens without any certificate is no encryption.</summary>
    [Fact]
    public async Task AKeyThatOnlyLooksEncryptedProtectsNothing()
    {
        var user = await Portal.AddStaffAsync();
        var plain = await StorePlainKeyAsync();
        var browser = await ForgeAsync(plain, user);
        await using (var db = Portal.Database.OpenAsOwner())
        {
            var row = await db.DataProtectionKeys.SingleAsync(one => one.Xml.Contains("masterKey"), Cancellation);
            var key = XElement.Parse(row.Xml);
            var master = key.Descendants("masterKey").Single();
            XNamespace protection = "http://schemas.asp.net/2015/03/dataProtection";
            master.ReplaceWith(new XElement(
                protection + "encryptedSecret",
                new XAttribute("decryptorType", typeof(Microsoft.AspNetCore.DataProtection.XmlEncryption.NullXmlDecryptor).AssemblyQualifiedName!),
                new XElement("unencryptedKey", new XElement(master))));
            await db.Database.ExecuteSqlAsync($"""UPDATE "DataProtectionKeys" SET "Xml" = {key.ToString(SaveOptions.DisableFormatting)} WHERE "Id" = {row.Id}""", Cancellation);
        }

        await using var restarted = Portal.StartAnotherNode();
        Assert.False(await IsInAsync(restarted, browser));
    }

    private static IKeyManager KeysOf(PortalHost node) => node.Services.GetRequiredService<IKeyManager>();

    /// <summary>The key that protected a payload, as its header names it: a magic number of four bytes comes first.</summary>
    private static Guid KeyOf(string payload) => new(Microsoft.AspNetCore.WebUtilities.WebEncoders.Base64UrlDecode(payload).AsSpan(4, 16));

    /// <summary>On one node somebody signs in and opens a form; on the other they use both.</summary>
    private async Task AssertExchangeAsync(PortalHost from, PortalHost to)
    {
        var (browser, form) = await PrepareAsync(from, await Portal.AddStaffAsync(PortalRole.ProgrammeEditor));
        await AssertGoodAsync(to, browser, form);
    }

    private static async Task<(Browser Browser, string Form)> PrepareAsync(PortalHost node, PortalUser user)
    {
        var browser = await node.SignInAsync(user);
        var page = await browser.OpenAsync("/preferences");
        return (browser, page.Find("main input[name=__RequestVerificationToken]")!.GetAttribute("value")!);
    }

    /// <summary>Prepares as soon as the node has taken up the next key, which it does in the background.</summary>
    private static async Task<(Browser Browser, string Form)> PrepareUnderAnotherKeyAsync(PortalHost node, PortalUser user, Guid former)
    {
        for (var attempt = 1; ; attempt++)
        {
            var prepared = await PrepareAsync(node, user);
            if (KeyOf(prepared.Browser.Cookie(Session)!) != former)
            {
                return prepared;
            }

            Assert.True(attempt < 100, "The node goes on protecting with the former key.");
            await Task.Delay(TimeSpan.FromMilliseconds(100), TimeProvider.System, Cancellation);
        }
    }

    private static async Task AssertGoodAsync(PortalHost node, Browser from, string form)
    {
        var browser = Copy(node, from);
        Assert.Equal((HttpStatusCode.OK, "/program"), ((await browser.OpenAsync("/program")) is var page ? page.Status : default, page.Location));
        var answer = await browser.SendAsync(new HttpRequestMessage(HttpMethod.Post, "/preferences?handler=Theme")
        {
            Content = new FormUrlEncodedContent([new("__RequestVerificationToken", form), new("theme", "Dark")]),
        });
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
    }

    private static async Task<bool> IsInAsync(PortalHost node, Browser from)
    {
        var page = await Copy(node, from).OpenAsync("/program");
        Assert.Equal(HttpStatusCode.OK, page.Status);
        return page.Location is "/program";
    }

    /// <summary>The same person's browser, whom the next request leads to another node.</summary>
    private static Browser Copy(PortalHost node, Browser from)
    {
        var browser = node.OpenBrowser();
        browser.Take([.. new[] { Session, Antiforgery }.Where(name => from.Cookie(name) is not null).Select(name => $"{name}={from.Cookie(name)}; path=/; secure")]);
        return browser;
    }

    /// <summary>Stores a key as a portal without a certificate does, younger than any other.</summary>
    private async Task<IDataProtectionProvider> StorePlainKeyAsync()
    {
        var services = new ServiceCollection().AddLogging().AddSingleton(Portal.Database.Services.GetRequiredService<IDbContextFactory<Data.PortalDbContext>>()).AddPortalKeys();
        var plain = services.BuildServiceProvider();
        var now = TimeProvider.System.GetUtcNow();
        plain.GetRequiredService<IKeyManager>().CreateNewKey(now, now + KeyLifetime);
        Assert.Single(await RowsAsync(), row => row.Contains("masterKey", StringComparison.Ordinal));
        return plain.GetRequiredService<IDataProtectionProvider>();
    }

    /// <summary>A browser with a cookie of a session that exists, protected by the key that lies open.</summary>
    private async Task<Browser> ForgeAsync(IDataProtectionProvider plain, PortalUser user)
    {
        await using var scope = Portal.Database.BeginRequest();
        var (token, _) = scope.ServiceProvider.GetRequiredService<Data.Sessions.UserSessions>().Open(user.Id);
        await scope.ServiceProvider.GetRequiredService<Data.PortalDbContext>().SaveChangesAsync(Cancellation);
        var response = new Microsoft.AspNetCore.Http.DefaultHttpContext().Response;
        new SessionCookie(plain).Write(response, token);
        var browser = Portal.OpenBrowser();
        browser.Take(response.Headers.SetCookie!);
        return browser;
    }

    /// <summary>Makes keys older; the framework's keys go by the machine's clock, which a test cannot advance.</summary>
    private async Task AgeKeysAsync(TimeSpan by)
    {
        await using var db = Portal.Database.OpenAsOwner();
        foreach (var row in await db.DataProtectionKeys.AsNoTracking().ToListAsync(Cancellation))
        {
            var key = XElement.Parse(row.Xml);
            foreach (var date in key.Elements().Where(element => element.Name.LocalName.EndsWith("Date", StringComparison.Ordinal)))
            {
                date.SetValue((DateTimeOffset)date - by);
            }

            await db.Database.ExecuteSqlAsync($"""UPDATE "DataProtectionKeys" SET "Xml" = {key.ToString(SaveOptions.DisableFormatting)} WHERE "Id" = {row.Id}""", Cancellation);
        }
    }

    private async Task<List<string>> RowsAsync()
    {
        await using var db = await Portal.Database.OpenAsync();
        return await db.DataProtectionKeys.Select(row => row.Xml).ToListAsync(Cancellation);
    }
}
