using System.Buffers.Text;
using System.Text.Json;
using CompetencyPortal.Data;
using CompetencyPortal.Data.Accounts.Passkeys;
using CompetencyPortal.Data.Entities;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace CompetencyPortal.Web.Infrastructure.Passkeys;

/// <summary>
/// Asks the browser of the current request for a passkey, and judges what it answers. Why an answer is refused is nowhere
/// said but in the audit trail: somebody's own mistake is answered by trying again.
/// </summary>
public sealed class PasskeyCeremony(
    PortalDbContext db, IPasskeyHandler<PortalUser> handler, PasskeyChallenges challenges, AccountPasskeys passkeys, PasskeyCookie cookie,
    IOptions<PasskeySettings> settings, IHttpContextAccessor http)
{
    private const string ToSignIn = "SignIn";
    private const string ToAdd = "Add";

    /// <summary>An answer is some hundred characters long, with the certificates of an attestation some thousand.</summary>
    private const int LongestAnswer = 32_768;

    private HttpContext Http => http.HttpContext!;

    /// <summary>Asks for a passkey to sign in with.</summary>
    /// <param name="userId">Whose it has to be; null: anyone's.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The options for <c>navigator.credentials.get</c>, as JSON.</returns>
    public async Task<string> AskAsync(Guid? userId, CancellationToken cancellationToken)
    {
        await ForgetWhoAsksAsync(userId, cancellationToken);
        var user = userId is null ? null : await db.Users.AsNoTracking().SingleAsync(row => row.Id == userId, cancellationToken);
        var options = await handler.MakeRequestOptionsAsync(user, Http);
        await KeepAsync(ToSignIn, userId, options.AssertionState!, cancellationToken);
        return options.RequestOptionsJson;
    }

    /// <summary>Asks for a new passkey for an account.</summary>
    /// <returns>The options for <c>navigator.credentials.create</c>, as JSON.</returns>
    public async Task<string> AskForNewAsync(Guid userId, CancellationToken cancellationToken)
    {
        var user = await db.Users.AsNoTracking().SingleAsync(row => row.Id == userId, cancellationToken);
        var options = await handler.MakeCreationOptionsAsync(new() { Id = user.Id.ToString(), Name = user.Email!, DisplayName = user.DisplayName }, Http);
        await KeepAsync(ToAdd, userId, options.AttestationState!, cancellationToken);
        return options.CreationOptionsJson;
    }

    /// <summary>The account that a passkey signs in to; null if the answer is not right.</summary>
    /// <param name="answer">What the browser answered, as JSON.</param>
    /// <param name="userId">Whose passkey was asked for; null: anyone's.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public async Task<PortalUser?> JudgeAsync(string answer, Guid? userId, CancellationToken cancellationToken)
    {
        await ForgetWhoAsksAsync(userId, cancellationToken);
        var state = await TakeAsync(ToSignIn, userId, cancellationToken);
        var result = state is null || answer.Length > LongestAnswer ? null
            : await handler.PerformAssertionAsync(new() { HttpContext = Http, CredentialJson = answer, AssertionState = state });
        if (result is not { Succeeded: true, User: { } user, Passkey: { } passkey })
        {
            await AuditRefusalAsync(userId ?? await ClaimedOwnerAsync(answer, cancellationToken), state is null, cancellationToken);
            return null;
        }

        await db.EnterPartnerAsync(user.PartnerId, cancellationToken);
        db.ActorId = user.Id;
        if (!await passkeys.UseAsync(user.Id, passkey, cancellationToken))
        {
            await AuditRefusalAsync(user.Id, hasNoChallenge: false, cancellationToken);
            return null;
        }

        return user;
    }

    /// <summary>Adds the passkey that a browser made to the account; false if the answer is not right, or the account may not have it.</summary>
    /// <param name="answer">What the browser answered, as JSON.</param>
    /// <param name="userId">Whose it is to be.</param>
    /// <param name="name">What its owner calls it.</param>
    /// <param name="asFirstFactor">Whether it has to be the account's first second factor.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public async Task<bool> AddAsync(string answer, Guid userId, string name, bool asFirstFactor, CancellationToken cancellationToken)
    {
        var state = await TakeAsync(ToAdd, userId, cancellationToken);
        var result = state is null || answer.Length > LongestAnswer ? null
            : await handler.PerformAttestationAsync(new() { HttpContext = Http, CredentialJson = answer, AttestationState = state });
        if (result is { Succeeded: true, Passkey: { } passkey } && await passkeys.AddAsync(userId, passkey, name, asFirstFactor, cancellationToken))
        {
            return true;
        }

        await AuditRefusalAsync(userId, state is null, cancellationToken);
        return false;
    }

    /// <summary>Where anyone may answer, somebody signed in may be anyone too.</summary>
    private async Task ForgetWhoAsksAsync(Guid? userId, CancellationToken cancellationToken)
    {
        if (userId is null)
        {
            await db.EnterPartnerAsync(null, cancellationToken);
            db.ActorId = null;
        }
    }

    private async Task KeepAsync(string purpose, Guid? userId, string state, CancellationToken cancellationToken) =>
        cookie.Write(Http.Response, purpose, await challenges.MakeAsync(userId, state, settings.Value.ChallengeLifetime, cancellationToken));

    private async Task<string?> TakeAsync(string purpose, Guid? userId, CancellationToken cancellationToken)
    {
        var id = cookie.Read(Http.Request, purpose);
        PasskeyCookie.Remove(Http.Response);
        return id is null ? null : await challenges.TakeAsync(id.Value, userId, cancellationToken);
    }

    private async Task AuditRefusalAsync(Guid? userId, bool hasNoChallenge, CancellationToken cancellationToken)
    {
        var partnerId = await db.Users.Where(row => row.Id == userId).Select(row => row.PartnerId).SingleOrDefaultAsync(cancellationToken);
        await db.EnterPartnerAsync(partnerId, cancellationToken);
        db.Audit("Account.PasskeyRefused", nameof(PortalUser), userId?.ToString() ?? "unknown", hasNoChallenge ? "no challenge" : "wrong answer");
        await db.SaveChangesAsync(cancellationToken);
    }

    /// <summary>Whose passkey an answer claims to come from, true or not.</summary>
    private async Task<Guid?> ClaimedOwnerAsync(string answer, CancellationToken cancellationToken)
    {
        if (answer.Length > LongestAnswer || !TryReadId(answer, out var id))
        {
            return null;
        }

        return await db.UserPasskeys.Where(row => row.CredentialId == id).Select(row => (Guid?)row.UserId).SingleOrDefaultAsync(cancellationToken);
    }

    private static bool TryReadId(string answer, out byte[] id)
    {
        id = [];
        try
        {
            using var json = JsonDocument.Parse(answer);
            if (json.RootElement is { ValueKind: JsonValueKind.Object } root && root.TryGetProperty("id", out var text)
                && text.ValueKind is JsonValueKind.String && Base64Url.IsValid(text.GetString()))
            {
                id = Base64Url.DecodeFromChars(text.GetString());
                return true;
            }
        }
        catch (Exception failure) when (failure is JsonException or InvalidOperationException)
        {
            // No answer of a browser, or one with half a character in it: nobody's.
        }

        return false;
    }
}
