using CompetencyPortal.Data;
using CompetencyPortal.Data.Accounts;
using CompetencyPortal.Data.Entities;
using CompetencyPortal.Testing;
using CompetencyPortal.Testing.Databases;
using CompetencyPortal.Web.Infrastructure.Sessions;
using CompetencyPortal.Web.Tests.Hosting;

using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CompetencyPortal.Web.Tests.Account;

/// <summary>A test of accounts that have passwords and sign in by the real form.</summary>
public abstract class AccountTest(PostgreSqlFixture server) : PortalTest(server)
{
    protected const string Password = "correct horse battery staple";
    protected const string WrongPassword = "a horse of another colour";
    protected const string Email = "ingrid@programme.example";

    private readonly Dictionary<string, AuthenticatorKey> _authenticators = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Gives an account, by default of an editor, the password and an authenticator.</summary>
    protected async Task<PortalUser> AddAccountAsync(PortalUser? account = null, bool withAuthenticator = true)
    {
        var user = account ?? Rows.User(role: PortalRole.ProgrammeEditor, email: Email, displayName: "Ingrid Solheim");
        await using var scope = Portal.Services.CreateAsyncScope();
        var created = await scope.ServiceProvider.GetRequiredService<UserManager<PortalUser>>().CreateAsync(user, Password);
        Assert.True(created.Succeeded, created.ToString());
        if (withAuthenticator)
        {
            Carry(AuthenticatorKey.Create(), user.Email!);
            await scope.ServiceProvider.GetRequiredService<PortalUserStore>().SetAuthenticatorKeyAsync(user, _authenticators[user.Email!].Reveal(), Cancellation);
            user.TwoFactorEnabled = true;
            await scope.ServiceProvider.GetRequiredService<PortalDbContext>().SaveChangesAsync(Cancellation);
        }

        return user;
    }

    /// <summary>From now on the account's owner carries an authenticator with this key.</summary>
    protected void Carry(AuthenticatorKey key, string email = Email) => _authenticators[email] = key;

    /// <summary>The code that the owner's authenticator shows now.</summary>
    protected string CodeOf(string email = Email) => _authenticators[email].CodeAt(Portal.Clock.GetUtcNow());

    /// <summary>Signs in with password and code.</summary>
    protected async Task<WebPage> SignInAsync(Browser browser, string email = Email, string password = Password) =>
        await ConfirmAsync(await ShowPasswordAsync(browser, email, password), email);

    /// <summary>Takes the first step of signing in.</summary>
    protected static async Task<CodePage> ShowPasswordAsync(Browser browser, string email = Email, string password = Password) =>
        await (await browser.OpenAsync<SignInPage>()).SignInAsync<CodePage>(email, password);

    /// <summary>Takes the second step of signing in, with the next code that the authenticator shows.</summary>
    protected Task<WebPage> ConfirmAsync(CodePage page, string email = Email)
    {
        Portal.Clock.Advance(TimeSpan.FromSeconds(30));
        return page.ConfirmAsync<WebPage>(CodeOf(email.Trim()));
    }

    protected static Task<SignInPage> SignOutAsync(WebPage page) => page.Form("form[action='/account/sign-out']").SubmitAsync<SignInPage>();

    /// <summary>Fails to sign in, in a browser of its own.</summary>
    protected async Task<SignInPage> FailAsync(string email = Email, string password = WrongPassword) =>
        await (await Portal.OpenBrowser().OpenAsync<SignInPage>()).TryAsync(email, password);

    protected static bool IsSignedIn(Browser browser) => browser.Cookie(SessionCookie.Name) is { Length: > 0 };

    /// <summary>The mail that was written, in order.</summary>
    protected async Task<List<OutgoingMail>> MailAsync()
    {
        await using var db = await Portal.Database.OpenAsync();
        return await db.OutgoingMails.AsNoTracking().OrderBy(row => row.Id).ToListAsync(Cancellation);
    }

    /// <summary>What the audit trail says of accounts, in order.</summary>
    protected async Task<List<AuditEvent>> AuditAsync()
    {
        await using var db = await Portal.Database.OpenAsync();
        return await db.AuditEvents.AsNoTracking().Where(row => row.Action.StartsWith("Account.")).OrderBy(row => row.Id).ToListAsync(Cancellation);
    }
}
