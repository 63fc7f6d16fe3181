using CompetencyPortal.Data.Entities;
using CompetencyPortal.Data.Values;

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
    /// <summary>What is verified where there is no password: nobody knows one for it.</summary>
    private static readonly Lazy<string> NobodysHash = new(() =>
        new PasswordHasher<PortalUser>().HashPassword(null!, Guid.CreateVersion7().ToString()));

    /// <summary>The account, or null; a refusal and a lockout leave their audit events.</summary>
    public async Task<PortalUser?> FindAsync(string email, string password, CancellationToken cancellationToken = default)
    {
        var address = normalizer.NormalizeEmail(email.Trim());
        var user = await db.Users.AsNoTracking().SingleOrDefaultAsync(row => row.NormalizedEmail == address, cancellationToken);
        var lockedUntil = Instant.ToStored(clock.GetUtcNow() + identity.Value.Lockout.DefaultLockoutTimeSpan);
        var counted = await CountAttemptAsync(user?.Id, lockedUntil, cancellationToken);
        var verdict = hasher.VerifyHashedPassword(user!, user?.PasswordHash ?? NobodysHash.Value, password);

        if (!counted || user is null || verdict is PasswordVerificationResult.Failed)
        {
            await AuditRefusalAsync(user, lockedUntil, cancellationToken);
            return null;
        }

        var hash = verdict is PasswordVerificationResult.SuccessRehashNeeded ? hasher.HashPassword(user, password) : user.PasswordHash;
        await db.Users.Where(row => row.Id == user.Id).ExecuteUpdateAsync(
            set => set.SetProperty(row => row.AccessFailedCount, 0).SetProperty(row => row.LockoutEnd, (DateTimeOffset?)null).SetProperty(row => row.PasswordHash, hash),
            cancellationToken);
        return user;
    }

    /// <summary>
    /// Counts the attempt before the password is looked at, so that attempts made at once cannot be more than those made
    /// one by one: the last one allowed locks the account, and only a right password takes that back.
    /// </summary>
    /// <returns>Whether the attempt is allowed.</returns>
    private async Task<bool> CountAttemptAsync(Guid? userId, DateTimeOffset lockedUntil, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var allowed = identity.Value.Lockout.MaxFailedAccessAttempts;
        var rows = await db.Users.Where(row => row.Id == userId && (row.LockoutEnd == null || row.LockoutEnd <= now)).ExecuteUpdateAsync(
            set => set
                .SetProperty(row => row.LockoutEnd, row => row.AccessFailedCount + 1 < allowed ? null : lockedUntil)
                .SetProperty(row => row.AccessFailedCount, row => row.AccessFailedCount + 1 < allowed ? row.AccessFailedCount + 1 : 0),
            cancellationToken);
        return rows > 0;
    }

    private async Task AuditRefusalAsync(PortalUser? user, DateTimeOffset lockedUntil, CancellationToken cancellationToken)
    {
        var userId = user?.Id;
        var subject = userId?.ToString() ?? "unknown";
        await db.EnterPartnerAsync(user?.PartnerId, cancellationToken);
        db.Audit("Account.SignInRefused", nameof(PortalUser), subject);
        if (await db.Users.AnyAsync(row => row.Id == userId && row.LockoutEnd == lockedUntil, cancellationToken))
        {
            db.Audit("Account.Locked", nameof(PortalUser), subject);
        }

        await db.SaveChangesAsync(cancellationToken);
    }
}
