using System.Security.Cryptography;

using CompetencyPortal.Data.Entities;

using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace CompetencyPortal.Data.Accounts;

/// <summary>
/// Finds the account that an email address and a password belong to. Whoever has no right to enter learns nothing: an
/// unknown address, a wrong password and a locked account run the same statements, verify one hash, and get one answer.
/// </summary>
public sealed class PasswordCheck(
    PortalDbContext db, ILookupNormalizer normalizer, IPasswordHasher<PortalUser> hasher, IOptions<IdentityOptions> identity, TimeProvider clock)
{
    private static string? _nobodysHash;

    /// <summary>What is verified where there is no password: nobody knows one for it.</summary>
    private string NobodysHash => _nobodysHash ??= hasher.HashPassword(null!, RandomNumberGenerator.GetHexString(64));

    /// <summary>The account, or null; a refusal and a lockout leave their audit events.</summary>
    public async Task<PortalUser?> FindAsync(string email, string password, CancellationToken cancellationToken = default)
    {
        // Whoever asks, even somebody signed in, may be anyone.
        await db.EnterPartnerAsync(null, cancellationToken);
        var (user, attempt) = await CountAttemptAsync(normalizer.NormalizeEmail(email.Trim()), cancellationToken);
        var verdict = hasher.VerifyHashedPassword(user!, (attempt is Attempt.None ? null : user?.PasswordHash) ?? NobodysHash, password);
        if (user is null || attempt is Attempt.None || verdict is PasswordVerificationResult.Failed)
        {
            await AuditRefusalAsync(user, attempt, cancellationToken);
            return null;
        }

        var hash = verdict is PasswordVerificationResult.SuccessRehashNeeded ? hasher.HashPassword(user, password) : user.PasswordHash;
        await db.Users.Where(row => row.Id == user.Id).ExecuteUpdateAsync(
            set => set.SetProperty(row => row.AccessFailedCount, 0).SetProperty(row => row.LockoutEnd, (DateTimeOffset?)null).SetProperty(row => row.PasswordHash, hash),
            cancellationToken);
        return user;
    }

    /// <summary>
    /// Finds the account and counts the attempt before the password is looked at, so that attempts made at once are no more
    /// than those made one by one: the last one allowed locks the account, and only a right password takes that back.
    /// </summary>
    private async Task<(PortalUser? User, Attempt Attempt)> CountAttemptAsync(string address, CancellationToken cancellationToken)
    {
        var lockout = identity.Value.Lockout;
        while (true)
        {
            var now = clock.GetUtcNow();
            var user = await db.Users.AsNoTracking().SingleOrDefaultAsync(row => row.NormalizedEmail == address, cancellationToken);
            var attempt = user is null || user.LockoutEnd > now ? Attempt.None
                : user.AccessFailedCount + 1 < lockout.MaxFailedAccessAttempts ? Attempt.Allowed : Attempt.Last;

            // Where nothing is to be counted, a row is looked for that nobody has.
            var id = attempt is Attempt.None ? Guid.Empty : user!.Id;
            var before = user?.AccessFailedCount ?? 0;
            var after = attempt is Attempt.Last ? 0 : before + 1;
            DateTimeOffset? lockedUntil = attempt is Attempt.Last ? now + lockout.DefaultLockoutTimeSpan : null;
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

    private async Task AuditRefusalAsync(PortalUser? user, Attempt attempt, CancellationToken cancellationToken)
    {
        var subject = user?.Id.ToString() ?? "unknown";
        await db.EnterPartnerAsync(user?.PartnerId, cancellationToken);
        db.Audit("Account.SignInRefused", nameof(PortalUser), subject);
        if (attempt is Attempt.Last)
        {
            db.Audit("Account.Locked", nameof(PortalUser), subject);
        }

        await db.SaveChangesAsync(cancellationToken);
    }

    private enum Attempt
    {
        /// <summary>There is no such account, or it is locked: whatever the password is, it does not count.</summary>
        None,
        Allowed,

        /// <summary>If it fails, the account stays locked.</summary>
        Last,
    }
}
