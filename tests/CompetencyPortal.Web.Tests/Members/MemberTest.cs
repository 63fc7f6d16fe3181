using CompetencyPortal.Data.Entities;
using CompetencyPortal.Data.Mail;
using CompetencyPortal.Testing.Databases;
using CompetencyPortal.Web.Tests.Hosting;

using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CompetencyPortal.Web.Tests.Members;

/// <summary>A test of organisations and their people, who read their mail in the outbox.</summary>
public abstract class MemberTest(PostgreSqlFixture server) : PortalTest(server)
{
    protected const string Password = "correct horse battery staple";

    /// <summary>The mail that was written last to an address: its subject and its text.</summary>
    protected async Task<(string Subject, string Text)> MailToAsync(string email)
    {
        await using var scope = Portal.Services.CreateAsyncScope();
        var mails = await scope.ServiceProvider.GetRequiredService<Data.PortalDbContext>().OutgoingMails.AsNoTracking()
            .Where(mail => mail.Recipient == email).OrderByDescending(mail => mail.Id).ToListAsync(Cancellation);
        Assert.NotEmpty(mails);
        return (mails[0].Subject, scope.ServiceProvider.GetRequiredService<Outbox>().Read(mails[0])!);
    }

    /// <summary>The link in that mail.</summary>
    protected async Task<string> LinkToAsync(string email)
    {
        var (_, text) = await MailToAsync(email);
        var link = text.Split('\n').Single(line => line.StartsWith($"{Browser.Home}account/invitation?token=", StringComparison.Ordinal));
        return new Uri(link).PathAndQuery;
    }

    protected static async Task<AcceptPage> OpenLinkAsync(Browser browser, string link) => await browser.OpenAsync<AcceptPage>(new Uri(Browser.Home, link));

    /// <summary>Accepts the invitation that was sent to an address last.</summary>
    protected async Task<PortalUser> AcceptAsync(string email, string? name = null)
    {
        var browser = Portal.OpenBrowser();
        await (await OpenLinkAsync(browser, await LinkToAsync(email))).AcceptAsync<WebPage>(Password, name);
        return await UserAsync(email) ?? throw new InvalidOperationException($"{email} has no account.");
    }

    protected async Task<PortalUser?> UserAsync(string email)
    {
        await using var db = await Portal.Database.OpenAsync();
        return await db.Users.AsNoTracking().SingleOrDefaultAsync(user => user.Email == email, Cancellation);
    }

    /// <summary>What the audit trail says of organisations, people and invitations, in order.</summary>
    protected async Task<List<AuditEvent>> TrailAsync()
    {
        await using var db = await Portal.Database.OpenAsync();
        return await db.AuditEvents.AsNoTracking().Include(one => one.Personal)
            .Where(one => one.Action.StartsWith("Partner.") || one.Action.StartsWith("Member.") || one.Action.StartsWith("Staff.") || one.Action.StartsWith("Invitation."))
            .OrderBy(one => one.Id).ToListAsync(Cancellation);
    }
}
