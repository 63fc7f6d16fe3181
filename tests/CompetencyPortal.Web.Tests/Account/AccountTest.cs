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

    /// <summary>Gives an account, by default of an editor, the password.</summary>
    protected async Task<PortalUser> AddAccountAsync(PortalUser? account = null)
    {
        var user = account ?? Rows.User(role: PortalRole.ProgrammeEditor, email: Email, displayName: "Ingrid Solheim");
        await using var scope = Portal.Services.CreateAsyncScope();
        var created = await scope.ServiceProvider.GetRequiredService<UserManager<PortalUser>>().CreateAsync(user, Password);
        Assert.True(created.Succeeded, created.ToString());
        return user;
    }

    protected static async Task<WebPage> SignInAsync(Browser browser, string email = Email, string password = Password) =>
        await (await browser.OpenAsync<SignInPage>()).SignInAsync(email, password);

    protected static Task<SignInPage> SignOutAsync(WebPage page) => page.Form("form[action='/account/sign-out']").SubmitAsync<SignInPage>();

    /// <summary>Fails to sign in, in a browser of its own.</summary>
    protected async Task<SignInPage> FailAsync(string email = Email, string password = WrongPassword) =>
        await (await Portal.OpenBrowser().OpenAsync<SignInPage>()).TryAsync(email, password);

    protected static bool IsSignedIn(Browser browser) => browser.Cookie(SessionCookie.Name) is { Length: > 0 };

    /// <summary>What the audit trail says of accounts, in order.</summary>
    protected async Task<List<AuditEvent>> AuditAsync()
    {
        await using var db = await Portal.Database.OpenAsync();
        return await db.AuditEvents.AsNoTracking().Where(row => row.Action.StartsWith("Account.")).OrderBy(row => row.Id).ToListAsync(Cancellation);
    }
}
