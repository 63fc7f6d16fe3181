using CompetencyPortal.Data.Accounts.Passkeys;
using CompetencyPortal.Data.Entities;
using CompetencyPortal.Testing.Databases;
using CompetencyPortal.Web.Tests.Hosting;

using Microsoft.Extensions.DependencyInjection;

namespace CompetencyPortal.Web.Tests.Account.Passkeys;

/// <summary>A test of accounts that sign in with passkeys.</summary>
public abstract class PasskeyTest(PostgreSqlFixture server) : AccountTest(server)
{
    /// <summary>Adds a passkey by the real form.</summary>
    /// <returns>The page that comes after, which is the list again if all went well.</returns>
    protected async Task<WebPage> AddAsync(PortalUser user, SoftAuthenticator device, string name = "My phone") =>
        await AddAsync(await Portal.SignInAsync(user), device, name);

    /// <inheritdoc cref="AddAsync(PortalUser, SoftAuthenticator, string)"/>
    protected static async Task<WebPage> AddAsync(Browser browser, SoftAuthenticator device, string name = "My phone")
    {
        var form = (await browser.OpenAsync<PasskeysPage>()).Adding;
        return await form.AnswerAsync(device.Create(await form.AskAsync()), name);
    }

    /// <summary>Signs in at the sign-in page, in a browser of its own.</summary>
    protected async Task<WebPage> EnterAsync(SoftAuthenticator device)
    {
        var form = await OpenDoorAsync(Portal.OpenBrowser());
        return await form.AnswerAsync(device.Sign(await form.AskAsync()));
    }

    protected static async Task<PasskeyForm> OpenDoorAsync(Browser browser) => new(await browser.OpenAsync<SignInPage>());

    protected async Task<IReadOnlyList<Passkey>> PasskeysAsync(PortalUser user)
    {
        await using var scope = Portal.Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<AccountPasskeys>().ListAsync(user.Id, Cancellation);
    }

    /// <summary>The audit trail's words on passkeys: act, key and details.</summary>
    protected async Task<List<(string Action, string Of, string? Details)>> TrailAsync() =>
        [.. (await AuditAsync()).Where(row => row.Action.Contains("Passkey", StringComparison.Ordinal)).Select(row => (row.Action, row.EntityId, row.Details))];
}
