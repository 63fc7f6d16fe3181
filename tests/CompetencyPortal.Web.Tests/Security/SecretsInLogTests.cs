using System.Net;

using CompetencyPortal.Data.Accounts;
using CompetencyPortal.Testing.Databases;
using CompetencyPortal.Web.Infrastructure.Sessions;
using CompetencyPortal.Web.Tests.Account;
using CompetencyPortal.Web.Tests.Hosting;

using Microsoft.Extensions.DependencyInjection;

using Npgsql;

namespace CompetencyPortal.Web.Tests.Security;

/// <summary>Secrets are planted wherever the portal meets some, and its log, told to keep everything, is searched for each of them.</summary>
public sealed class SecretsInLogTests(PostgreSqlFixture server) : AccountTest(server)
{
    private const string Mistyped = "correct horse battery stapel";
    private const string Code = "90817263";
    private const string MailPassword = "planted-mail-password";
    private const string DatabasePassword = "planted-database-password";

    private readonly LogFile _log = LogFile.OfEverything();

    protected override IEnumerable<KeyValuePair<string, string?>> Settings => [new("Mail:Password", MailPassword), new("Mail:Smtp:Password", MailPassword)];

    protected override void AddServices(IServiceCollection services) => _log.WriteFrom(services);

    [Fact]
    public async Task Log_OfEverything_HoldsNoSecret()
    {
        var user = await AddAccountAsync();
        await FailAsync(password: Mistyped);
        await FailAsync(Mistyped, "a name and a password changed places");
        var browser = Portal.OpenBrowser();
        var page = await SignInAsync(browser);
        var field = page.Find("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        List<string> secrets = [Password, Mistyped, Code, MailPassword, user.PasswordHash!, field, browser.Cookie(SessionCookie.Name)!, browser.Cookie("__Host-antiforgery")!];

        foreach (var place in new[] { "/account/sign-in?token={0}", "/account/reset?token={0}", "/account/invitation/{0}", "/{0}", "/program/markets?q={0}&token={0}", "/preferences?asOf={0}", "/account/{0}/{0}?x={0}" })
        {
            foreach (var method in new[] { HttpMethod.Get, HttpMethod.Post })
            {
                var token = SecretToken.Create();
                secrets.AddRange([token.Reveal(), Convert.ToHexString(token.Hash())]);
                var address = string.Format(System.Globalization.CultureInfo.InvariantCulture, place, token.Reveal());
                var request = new HttpRequestMessage(method, address);
                if (method == HttpMethod.Post)
                {
                    request.Content = new FormUrlEncodedContent([new("__RequestVerificationToken", field), new("Input.Code", Code), new("Input.Password", Mistyped), new("token", token.Reveal())]);
                }

                await browser.SendAsync(request);
            }
        }

        await FailEverywhereAsync(user);
        secrets.Add(DatabasePassword);
        secrets.AddRange(TestCertificate.Shared.Password, new NpgsqlConnectionStringBuilder(Portal.Database.Settings["Database:ConnectionString"]).Password ?? DatabasePassword);

        using var log = _log;
        var lines = await log.ReadLinesAsync();
        Assert.Contains(lines, line => line.Contains("Request starting", StringComparison.Ordinal));
        Assert.Contains(lines, line => line.Contains("Executed DbCommand", StringComparison.Ordinal));
        Assert.Contains(lines, line => line.Contains("NpgsqlException", StringComparison.Ordinal));
        foreach (var secret in secrets.SelectMany(secret => new[] { secret, Uri.EscapeDataString(secret), WebUtility.UrlEncode(secret) }).Distinct())
        {
            var found = lines.FirstOrDefault(line => line.Contains(secret, StringComparison.OrdinalIgnoreCase));
            Assert.True(found is null, $"{secret} stands in {found}");
        }
    }

    /// <summary>A node whose database is not to be had, and refuses the password besides.</summary>
    private async Task FailEverywhereAsync(Data.Entities.PortalUser user)
    {
        var right = new NpgsqlConnectionStringBuilder(Portal.Database.Settings["Database:ConnectionString"]);
        foreach (var connection in new[]
        {
            new NpgsqlConnectionStringBuilder(right.ConnectionString) { Password = DatabasePassword },
            new NpgsqlConnectionStringBuilder(right.ConnectionString) { Password = DatabasePassword, Host = "127.0.0.1", Port = 1, Timeout = 1 },
        })
        {
            await using var failing = Portal.StartAnotherNode([new("Database:ConnectionString", connection.ConnectionString)]);
            var browser = await SignedInElsewhereAsync(failing, user);
            Assert.True((await browser.OpenAsync("/program")).Status >= HttpStatusCode.InternalServerError);
            await browser.OpenAsync("/health/ready");
        }
    }

    private async Task<Browser> SignedInElsewhereAsync(PortalHost node, Data.Entities.PortalUser user)
    {
        using var here = await Portal.SignInAsync(user);
        var browser = node.OpenBrowser();
        browser.Take([$"{SessionCookie.Name}={here.Cookie(SessionCookie.Name)}; path=/; secure"]);
        return browser;
    }
}
