using System.Security.Cryptography;

using CompetencyPortal.Data.Entities;

using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace CompetencyPortal.Data.Accounts;

/// <summary>
/// Finds the account that an email address and a password belong to. Whoever has no right to enter learns nothing: an
/// unknown address, a wrong password and a locked account run the same statements, verify one hash, and get one answer.
/// </summary>
public sealed class PasswordCheck(PortalDbContext db, AccountAttempts attempts, ILookupNormalizer normalizer, IPasswordHasher<PortalUser> hasher)
{
    private static string? _nobodysHash;

    /// <summary>What is verified where there is no password: nobody knows one for it.</summary>
    private string NobodysHash => _nobodysHash ??= hasher.HashPassword(null!, RandomNumberGenerator.GetHexString(64));

    /// <summary>The account, or null; a refusal and a lockout leave their audit events.</summary>
    public async Task<PortalUser?> FindAsync(string email, string password, CancellationToken cancellationToken = default)
    {
        // Whoever asks, even somebody signed in, may be anyone.
        await db.EnterPartnerAsync(null, cancellationToken);
        var address = normalizer.NormalizeEmail(email.Trim());
        var (user, attempt) = await attempts.CountAsync(row => row.NormalizedEmail == address, cancellationToken);
        var isNobody = attempt is AccountAttempts.Attempt.None;
        var verdict = hasher.VerifyHashedPassword(user!, (isNobody ? null : user?.PasswordHash) ?? NobodysHash, password);
        if (user is null || isNobody || verdict is PasswordVerificationResult.Failed)
        {
            await attempts.AuditRefusalAsync("Account.SignInRefused", user, attempt, cancellationToken);
            return null;
        }

        await attempts.TakeBackAsync(user, attempt, cancellationToken);
        if (verdict is PasswordVerificationResult.SuccessRehashNeeded)
        {
            var hash = hasher.HashPassword(user, password);
            await db.Users.Where(row => row.Id == user.Id && row.PasswordHash == user.PasswordHash)
                .ExecuteUpdateAsync(set => set.SetProperty(row => row.PasswordHash, hash), cancellationToken);
        }

        return user;
    }
}
