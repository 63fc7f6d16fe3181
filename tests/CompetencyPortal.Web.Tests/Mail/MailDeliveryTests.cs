using CompetencyPortal.Data.Entities;
using CompetencyPortal.Testing;
using CompetencyPortal.Testing.Databases;
using CompetencyPortal.Web.Tests.Hosting;
using CompetencyPortal.Web.Tests.Members;

using Microsoft.EntityFrameworkCore;

namespace CompetencyPortal.Web.Tests.Mail;

/// <summary>From the form to the mail server.</summary>
public sealed class MailDeliveryTests(PostgreSqlFixture server) : MemberTest(server)
{
    private const string Email = "carla@fabrikam.example";

    [Fact]
    public async Task Mail_WhereNoServerIsNamed_WaitsAndTheLogSaysSoOnce()
    {
        await InviteAsync();
        Assert.Single(Portal.Log.Lines, line => line.Contains("Mail:Smtp:Host names no mail server", StringComparison.Ordinal));
        var mail = await MailAsync();
        Assert.Equal((null, 0), (mail.SentAt, mail.Attempts));
        Assert.NotNull(mail.DueAt);
    }

    [Fact]
    public async Task Mail_WhereAServerIsNamed_IsSentWithItsLinkAndForgotten()
    {
        await InviteAsync();
        var link = await LinkToAsync(Email);
        await using var smtp = new SmtpListener();
        await using var node = StartSendingNode(smtp);
        await WaitAsync(() => smtp.Mails.Count > 0);
        await WaitAsync(async () => (await MailAsync()).SentAt is not null);
        Assert.Null((await MailAsync()).ProtectedText);
        var lines = Assert.Single(smtp.Mails).Split('\n');
        Assert.Contains(lines, line => line == $"To: {Email}" || line == $"To: <{Email}>");
        var body = System.Text.Encoding.UTF8.GetString(Convert.FromBase64String(string.Concat(lines.SkipWhile(line => line is not "").Skip(1))));
        Assert.Contains(link, body, StringComparison.Ordinal);
        Assert.DoesNotContain(node.Log.Lines, line => line.Contains(link.Split('=')[1], StringComparison.Ordinal) || line.Contains(Email, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Mail_WhenTheServerSaysNothing_LetsTheNodeStopPromptly()
    {
        await InviteAsync();
        await using var smtp = new SmtpListener { IsSilent = true };
        var node = StartSendingNode(smtp);
        await WaitAsync(async () => (await MailAsync()).Attempts > 0);
        var watch = System.Diagnostics.Stopwatch.StartNew();
        await node.DisposeAsync();
        Assert.InRange(watch.Elapsed, TimeSpan.Zero, TimeSpan.FromSeconds(10));
    }

    [Theory]
    [InlineData("Mail:From", "nobody")]
    [InlineData("Mail:Smtp:Port", "0")]
    [InlineData("Mail:Smtp:UserName", "portal")]
    public async Task Start_WithMailSettingsThatCannotBe_IsRefused(string key, string value)
    {
        var settings = new Dictionary<string, string?> { ["Mail:Smtp:Host"] = "mail.example", ["Mail:From"] = "portal@programme.example", [key] = value };
        Assert.Contains("Mail:Smtp:Host", await RefusedStart.ReasonAsync([.. TestCertificate.Shared.Settings, .. settings]), StringComparison.Ordinal);
    }

    private PortalHost StartSendingNode(SmtpListener smtp) => Portal.StartAnotherNode([
        new("Mail:Smtp:Host", "localhost"),
        new("Mail:Smtp:Port", $"{smtp.Port}"),
        new("Mail:Smtp:Security", "None"),
        new("Mail:From", "portal@programme.example"),
    ]);

    private async Task InviteAsync()
    {
        var fabrikam = await Portal.AddOrganisationAsync();
        await (await InvitePage.OpenAsync(await Portal.SignInAsync(fabrikam.Admin))).InviteAsync("Carla", Email);
    }

    private async Task<OutgoingMail> MailAsync()
    {
        await using var db = await Portal.Database.OpenAsync();
        return await db.OutgoingMails.AsNoTracking().SingleAsync(Cancellation);
    }

    private static Task WaitAsync(Func<bool> until) => WaitAsync(() => Task.FromResult(until()));

    private static async Task WaitAsync(Func<Task<bool>> until)
    {
        for (var i = 0; !await until(); i++)
        {
            Assert.True(i < 300, "It did not come in half a minute.");
            await Task.Delay(100, Cancellation);
        }
    }
}
