using CompetencyPortal.Data.Demo;
using CompetencyPortal.Data.Entities;

using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace CompetencyPortal.Data.Accounts;

/// <summary>
/// The authenticator app and the recovery codes of an account, each act with its audit event. The account's organisation is to
/// be at work. Outside the demo everybody has a second factor, and whoever has one is always asked for it.
/// </summary>
public sealed class SecondFactors(PortalDbContext db, PortalUserStore store, AccountAttempts attempts, IOptions<DemoOptions> demo, TimeProvider clock)
{
    /// <summary>How many recovery codes are made at a time.</summary>
    public const int CodesMade = 10;

    /// <summary>Whether nobody does without.</summary>
    public bool AreRequired => !demo.Value.Enabled;

    /// <summary>What the account has.</summary>
    public async Task<SecondFactorState> FindAsync(Guid userId, CancellationToken cancellationToken = default)
    {
        var state = await db.Users.AsNoTracking().Where(user => user.Id == userId)
            .Select(user => new { user.TwoFactorEnabled, HasPasskey = db.UserPasskeys.Any(passkey => passkey.UserId == user.Id) })
            .SingleAsync(cancellationToken);
        return new SecondFactorState(state.TwoFactorEnabled, state.HasPasskey, await store.CountCodesAsync(await UserAsync(userId, cancellationToken), cancellationToken));
    }

    /// <summary>How far somebody has come who has shown the password.</summary>
    public async Task<SessionStage> StageAfterPasswordAsync(Guid userId, CancellationToken cancellationToken = default) =>
        AreRequired || (await FindAsync(userId, cancellationToken)).Any ? SessionStage.SecondFactorAwaited : SessionStage.Complete;

    /// <summary>Whether a code is the authenticator's. A code that was accepted, and those before it, are not accepted again.</summary>
    public async Task<bool> AcceptCodeAsync(Guid userId, string code, CancellationToken cancellationToken = default)
    {
        var (user, attempt) = await attempts.CountAsync(row => row.Id == userId, cancellationToken);
        if (attempt is not AccountAttempts.Attempt.None && user!.TwoFactorEnabled
            && await store.GetAuthenticatorKeyAsync(user, cancellationToken) is { } text && AuthenticatorKey.Parse(text) is var key
            && key.MomentOf(code, clock.GetUtcNow()) is { } moment && await UseAsync(userId, key, moment, cancellationToken))
        {
            await attempts.TakeBackAsync(user, attempt, cancellationToken);
            await store.RenewProtectionAsync(user, cancellationToken);
            return true;
        }

        await attempts.AuditRefusalAsync("Account.SecondFactorRefused", user, attempt, cancellationToken);
        return false;
    }

    /// <summary>Whether a code is one of the account's recovery codes, which it then no longer is.</summary>
    public async Task<bool> AcceptRecoveryCodeAsync(Guid userId, string code, CancellationToken cancellationToken = default)
    {
        var (user, attempt) = await attempts.CountAsync(row => row.Id == userId, cancellationToken);
        await using (var transaction = await db.Database.BeginTransactionAsync(cancellationToken))
        {
            if (attempt is not AccountAttempts.Attempt.None && await store.RedeemCodeAsync(user!, code, cancellationToken))
            {
                await attempts.TakeBackAsync(user!, attempt, cancellationToken);
                await SaveAsync("Account.RecoveryCodeUsed", userId, cancellationToken);
                await transaction.CommitAsync(cancellationToken);
                return true;
            }
        }

        await attempts.AuditRefusalAsync("Account.SecondFactorRefused", user, attempt, cancellationToken);
        return false;
    }

    /// <summary>Gives the account an authenticator, in the place of the one that it had, if a code shows that the app has the key.</summary>
    /// <param name="userId">The account.</param>
    /// <param name="key">The key that the app was given.</param>
    /// <param name="code">What the app shows.</param>
    /// <param name="asFirst">Whether it has to be the account's first second factor.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The recovery codes made with it, none if the account has some left; null if the code is wrong, or it is not the first.</returns>
    public async Task<IReadOnlyList<string>?> SetAuthenticatorAsync(
        Guid userId, AuthenticatorKey key, string code, bool asFirst = false, CancellationToken cancellationToken = default)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        await db.LockCredentialsAsync(userId, cancellationToken);
        var before = await FindAsync(userId, cancellationToken);
        if ((asFirst && before.Any) || key.MomentOf(code, clock.GetUtcNow()) is not { } moment)
        {
            return null;
        }

        var user = await UserAsync(userId, cancellationToken);
        await store.SetAuthenticatorKeyAsync(user, key.Reveal(), cancellationToken);
        await db.Users.Where(row => row.Id == userId).ExecuteUpdateAsync(
            set => set.SetProperty(row => row.TwoFactorEnabled, true).SetProperty(row => row.UsedCodeAt, moment).SetProperty(row => row.UsedCode, key.CodeAt(moment)),
            cancellationToken);
        var codes = before.RecoveryCodes > 0 ? [] : await ReplaceCodesAsync(user, cancellationToken);
        await SaveAsync("Account.AuthenticatorSet", userId, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return codes;
    }

    /// <summary>Takes the authenticator away, unless it is the last second factor of somebody who must have one.</summary>
    /// <returns>False if it has to stay; true if it is gone.</returns>
    public async Task<bool> RemoveAuthenticatorAsync(Guid userId, CancellationToken cancellationToken = default)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        await db.LockCredentialsAsync(userId, cancellationToken);
        var state = await FindAsync(userId, cancellationToken);
        if (AreRequired && !state.HasPasskey)
        {
            return false;
        }

        await store.ForgetAuthenticatorAsync(userId, alsoCodes: !state.HasPasskey, cancellationToken);
        await db.Users.Where(row => row.Id == userId).ExecuteUpdateAsync(set => set.SetProperty(row => row.TwoFactorEnabled, false), cancellationToken);
        await SaveAsync("Account.AuthenticatorRemoved", userId, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return true;
    }

    /// <summary>Makes new recovery codes; those made before no longer work.</summary>
    /// <exception cref="InvalidOperationException">The account has no second factor that they could stand in for.</exception>
    public async Task<IReadOnlyList<string>> MakeRecoveryCodesAsync(Guid userId, CancellationToken cancellationToken = default)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        await db.LockCredentialsAsync(userId, cancellationToken);
        if (!(await FindAsync(userId, cancellationToken)).Any)
        {
            throw new InvalidOperationException("Recovery codes stand in for a second factor; this account has none.");
        }

        var codes = await ReplaceCodesAsync(await UserAsync(userId, cancellationToken), cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return codes;
    }

    private Task<PortalUser> UserAsync(Guid userId, CancellationToken cancellationToken) =>
        db.Users.AsNoTracking().SingleAsync(user => user.Id == userId, cancellationToken);

    /// <summary>Of two who show a code at the same moment one finds it unused.</summary>
    private async Task<bool> UseAsync(Guid userId, AuthenticatorKey key, DateTimeOffset moment, CancellationToken cancellationToken)
    {
        var code = key.CodeAt(moment);
        return await db.Users.Where(row => row.Id == userId && (row.UsedCodeAt == null || row.UsedCodeAt < moment)).ExecuteUpdateAsync(
            set => set.SetProperty(row => row.UsedCodeAt, moment).SetProperty(row => row.UsedCode, code), cancellationToken) > 0;
    }

    private async Task<IReadOnlyList<string>> ReplaceCodesAsync(PortalUser user, CancellationToken cancellationToken)
    {
        string[] codes = [.. Enumerable.Range(0, CodesMade).Select(_ => RecoveryCode.Create())];
        await store.ReplaceCodesAsync(user, codes, cancellationToken);
        db.Audit("Account.RecoveryCodesMade", nameof(PortalUser), user.Id.ToString());
        return codes;
    }

    private Task<int> SaveAsync(string act, Guid userId, CancellationToken cancellationToken)
    {
        db.Audit(act, nameof(PortalUser), userId.ToString());
        return db.SaveChangesAsync(cancellationToken);
    }
}
