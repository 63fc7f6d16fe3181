using CompetencyPortal.Data.Entities;
using CompetencyPortal.Data.Sessions;
using CompetencyPortal.Data.Values;

using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace CompetencyPortal.Data.Accounts;

/// <summary>
/// Links by which whoever reads an account's mail chooses a new password. A link works once and for an hour, and no longer
/// when another one is asked for or the password changes. The second factor is asked for as ever. Demo accounts have no
/// password and get none, so that a demo database used elsewhere still lets nobody in.
/// </summary>
public sealed class PasswordResets(PortalDbContext db, Passwords passwords, UserSessions sessions, ILookupNormalizer normalizer, TimeProvider clock)
{
    public static readonly TimeSpan Lifetime = TimeSpan.FromHours(1);

    /// <summary>Makes a link for the account of an address, if there is one.</summary>
    /// <param name="email">The address, as somebody typed it.</param>
    /// <param name="write">Writes the mail with the link's secret into what is saved with it.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public async Task AskAsync(string email, Action<PortalUser, PasswordReset, SecretToken> write, CancellationToken cancellationToken = default)
    {
        await db.EnterPartnerAsync(null, cancellationToken);
        var address = normalizer.NormalizeEmail(email.Trim());
        var user = await db.Users.AsNoTracking().SingleOrDefaultAsync(row => row.NormalizedEmail == address && !row.IsDemo, cancellationToken);
        await db.EnterPartnerAsync(user?.PartnerId, cancellationToken);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        db.Audit("Account.PasswordResetRequested", nameof(PortalUser), user?.Id.ToString() ?? "unknown");
        if (user is not null)
        {
            await db.PasswordResets.Where(row => row.UserId == user.Id).ExecuteDeleteAsync(cancellationToken);
            var (now, token) = (clock.GetUtcNow(), SecretToken.Create());
            var reset = new PasswordReset { UserId = user.Id, TokenHash = token.Hash(), CreatedAt = now, ExpiresAt = now + Lifetime };
            db.PasswordResets.Add(reset);
            write(user, reset, token);
        }

        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
    }

    /// <summary>Whose link it is; null if it does not work. Afterwards no organisation is at work.</summary>
    public async Task<PortalUser?> FindAsync(SecretToken token, CancellationToken cancellationToken = default)
    {
        await db.EnterPartnerAsync(null, cancellationToken);
        return await Working(token).AsNoTracking().Select(row => row.User).SingleOrDefaultAsync(cancellationToken);
    }

    /// <summary>Gives the account the new password, ends all its sessions and lifts its lock. Of two who use a link at the same moment one succeeds.</summary>
    /// <param name="token">The link's.</param>
    /// <param name="password">The new password.</param>
    /// <param name="tell">Adds to what is saved with it.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>Why it cannot be, and the link still works; none if it was done; null if the link does not work.</returns>
    public async Task<IReadOnlyList<IdentityError>?> UseAsync(SecretToken token, string password, Action<PortalUser> tell, CancellationToken cancellationToken = default)
    {
        if (await FindAsync(token, cancellationToken) is not { } user)
        {
            return null;
        }

        await db.EnterPartnerAsync(user.PartnerId, cancellationToken);
        if (await passwords.ValidateAsync(user, password) is { Count: > 0 } errors)
        {
            return errors;
        }

        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        if (await Working(token).ExecuteDeleteAsync(cancellationToken) is 0)
        {
            return null;
        }

        db.ActorId = user.Id;
        await sessions.EndAllAsync(user.Id, cancellationToken);
        tell(user);
        await passwords.StoreAsync(user, password, "Account.PasswordReset", cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return [];
    }

    private IQueryable<PasswordReset> Working(SecretToken token)
    {
        var (hash, now) = (token.Hash(), Instant.ToStored(clock.GetUtcNow()));
        return db.PasswordResets.Where(row => row.TokenHash == hash && row.ExpiresAt > now && !row.User!.IsDemo);
    }
}
