using CompetencyPortal.Data.Entities;
using CompetencyPortal.Data.Sessions;

using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace CompetencyPortal.Data.Accounts;

/// <summary>Gives accounts new passwords. The account's organisation is to be at work.</summary>
public sealed class Passwords(PortalDbContext db, UserManager<PortalUser> users, IPasswordHasher<PortalUser> hasher, UserSessions sessions)
{
    /// <summary>Changes the password of somebody signed in; all their other sessions end, and links to choose a new one.</summary>
    /// <param name="userId">The account.</param>
    /// <param name="password">The new password.</param>
    /// <param name="sessionId">The session that goes on.</param>
    /// <param name="tell">Adds to what is saved with it.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>Why it cannot be; none if it was changed.</returns>
    public async Task<IReadOnlyList<IdentityError>> ChangeAsync(
        Guid userId, string password, Guid sessionId, Action<PortalUser> tell, CancellationToken cancellationToken = default)
    {
        var user = await db.Users.AsNoTracking().SingleAsync(row => row.Id == userId, cancellationToken);
        if (await ValidateAsync(user, password) is { Count: > 0 } errors)
        {
            return errors;
        }

        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        await sessions.EndOthersAsync(userId, sessionId, cancellationToken);
        tell(user);
        await StoreAsync(user, password, "Account.PasswordChanged", cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return [];
    }

    /// <summary>Why an account cannot have a password; none if it can.</summary>
    internal async Task<IReadOnlyList<IdentityError>> ValidateAsync(PortalUser user, string password)
    {
        var errors = new List<IdentityError>();
        foreach (var validator in users.PasswordValidators)
        {
            errors.AddRange((await validator.ValidateAsync(users, user, password)).Errors);
        }

        return errors;
    }

    /// <summary>Stores the password within the present transaction, with all that was added to the context.</summary>
    internal async Task StoreAsync(PortalUser user, string password, string act, CancellationToken cancellationToken)
    {
        var (hash, stamp) = (hasher.HashPassword(user, password), Guid.CreateVersion7().ToString("N"));
        await db.Users.Where(row => row.Id == user.Id).ExecuteUpdateAsync(
            set => set.SetProperty(row => row.PasswordHash, hash).SetProperty(row => row.SecurityStamp, stamp)
                .SetProperty(row => row.AccessFailedCount, 0).SetProperty(row => row.LockoutEnd, (DateTimeOffset?)null),
            cancellationToken);
        await db.PasswordResets.Where(row => row.UserId == user.Id).ExecuteDeleteAsync(cancellationToken);
        db.Audit(act, nameof(PortalUser), user.Id.ToString());
        await db.SaveChangesAsync(cancellationToken);
    }
}
