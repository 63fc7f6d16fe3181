using System.Linq.Expressions;

using CompetencyPortal.Data.Entities;

using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace CompetencyPortal.Data.Accounts;

/// <summary>
/// Counts the attempts at an account's secrets, passwords and codes alike, before the secret is looked at, so that attempts
/// made at once are no more than those made one by one: the last one allowed locks the account, and only a right secret takes
/// that back. Whoever has come in is forgiven all (<see cref="ForgetAsync"/>); a right password alone forgives itself only, or
/// whoever knows it could guess codes for ever.
/// </summary>
public sealed class AccountAttempts(PortalDbContext db, IOptions<IdentityOptions> identity, TimeProvider clock)
{
    private LockoutOptions Lockout => identity.Value.Lockout;

    /// <summary>Forgets the account's failed attempts.</summary>
    public Task ForgetAsync(Guid userId, CancellationToken cancellationToken = default) => db.Users.Where(row => row.Id == userId).ExecuteUpdateAsync(
        set => set.SetProperty(row => row.AccessFailedCount, 0).SetProperty(row => row.LockoutEnd, (DateTimeOffset?)null), cancellationToken);

    /// <summary>Finds the account, if there is one, and counts the attempt.</summary>
    internal async Task<(PortalUser? User, Attempt Attempt)> CountAsync(Expression<Func<PortalUser, bool>> whose, CancellationToken cancellationToken)
    {
        while (true)
        {
            var now = clock.GetUtcNow();
            var user = await db.Users.AsNoTracking().SingleOrDefaultAsync(whose, cancellationToken);
            var attempt = user is null || user.LockoutEnd > now ? Attempt.None
                : user.AccessFailedCount + 1 < Lockout.MaxFailedAccessAttempts ? Attempt.Allowed : Attempt.Last;

            // Where nothing is to be counted, a row is looked for that nobody has.
            var id = attempt is Attempt.None ? Guid.Empty : user!.Id;
            var before = user?.AccessFailedCount ?? 0;
            var after = attempt is Attempt.Last ? 0 : before + 1;
            DateTimeOffset? lockedUntil = attempt is Attempt.Last ? now + Lockout.DefaultLockoutTimeSpan : null;
            var counted = await db.Users
                .Where(row => row.Id == id && row.AccessFailedCount == before && (row.LockoutEnd == null || row.LockoutEnd <= now))
                .ExecuteUpdateAsync(set => set.SetProperty(row => row.AccessFailedCount, after).SetProperty(row => row.LockoutEnd, lockedUntil), cancellationToken);

            // If somebody else's attempt was counted since the account was read, this one is not what it seemed.
            if (counted > 0 || attempt is Attempt.None)
            {
                return (user, attempt);
            }
        }
    }

    /// <summary>Takes back an attempt with the right secret, and the lock that it would have left; the wrong ones before it still count.</summary>
    internal Task TakeBackAsync(PortalUser user, Attempt attempt, CancellationToken cancellationToken)
    {
        var before = Lockout.MaxFailedAccessAttempts - 1;
        return attempt is Attempt.Last
            ? db.Users.Where(row => row.Id == user.Id).ExecuteUpdateAsync(
                set => set.SetProperty(row => row.AccessFailedCount, before).SetProperty(row => row.LockoutEnd, (DateTimeOffset?)null), cancellationToken)
            : db.Users.Where(row => row.Id == user.Id && row.AccessFailedCount > 0).ExecuteUpdateAsync(
                set => set.SetProperty(row => row.AccessFailedCount, row => row.AccessFailedCount - 1), cancellationToken);
    }

    /// <summary>Writes down that an attempt was refused, and that it locked the account if it did.</summary>
    internal async Task AuditRefusalAsync(string action, PortalUser? user, Attempt attempt, CancellationToken cancellationToken)
    {
        var subject = user?.Id.ToString() ?? "unknown";
        await db.EnterPartnerAsync(user?.PartnerId, cancellationToken);
        db.Audit(action, nameof(PortalUser), subject);
        if (attempt is Attempt.Last)
        {
            db.Audit("Account.Locked", nameof(PortalUser), subject);
        }

        await db.SaveChangesAsync(cancellationToken);
    }

    internal enum Attempt
    {
        /// <summary>There is no such account, or it is locked: whatever the secret is, it does not count.</summary>
        None,
        Allowed,

        /// <summary>If it fails, the account stays locked.</summary>
        Last,
    }
}
