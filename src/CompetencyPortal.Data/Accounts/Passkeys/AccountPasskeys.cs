using CompetencyPortal.Data.Entities;
using CompetencyPortal.Data.Saving;

using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace CompetencyPortal.Data.Accounts.Passkeys;

/// <summary>
/// The passkeys of an account, each act with its audit event. They are written past the framework's user manager, which would
/// save the whole account with them, and so undo what others change in it at the same time.
/// </summary>
public sealed class AccountPasskeys(PortalDbContext db, SecondFactors factors, PortalUserStore store, TimeProvider clock)
{
    /// <summary>How many an account may have.</summary>
    public const int Most = 20;

    private const string Used = "Account.PasskeyAccepted";

    private DbSet<IdentityUserPasskey<Guid>> Rows => db.UserPasskeys;

    /// <summary>The account's passkeys, the oldest first.</summary>
    public async Task<IReadOnlyList<Passkey>> ListAsync(Guid userId, CancellationToken cancellationToken = default)
    {
        var rows = await Rows.AsNoTracking().Where(row => row.UserId == userId).ToListAsync(cancellationToken);
        var uses = await db.AuditEvents.Where(one => one.Action == Used && one.EntityType == nameof(PortalUser) && one.EntityId == userId.ToString())
            .GroupBy(one => one.Details!).Select(group => new { group.Key, At = group.Max(one => one.OccurredAt) })
            .ToDictionaryAsync(use => use.Key, use => use.At, cancellationToken);
        return
        [
            .. rows.OrderBy(row => row.Data.CreatedAt)
                .Select(row => (Row: row, Key: Passkey.KeyOf(row.CredentialId)))
                .Select(one => new Passkey(
                    one.Key, one.Row.Data.Name ?? one.Key, one.Row.Data.CreatedAt, uses.TryGetValue(one.Key, out var at) ? at : null, one.Row.Data.IsBackedUp)),
        ];
    }

    /// <summary>Whether the account has any.</summary>
    public Task<bool> AnyAsync(Guid userId, CancellationToken cancellationToken = default) => Rows.AnyAsync(row => row.UserId == userId, cancellationToken);

    /// <summary>Gives the account a passkey whose making has been judged.</summary>
    /// <param name="userId">Whose it is.</param>
    /// <param name="passkey">The passkey as the framework judged it.</param>
    /// <param name="name">What its owner calls it.</param>
    /// <param name="asFirstFactor">Whether it has to be the account's first second factor.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>False if the account has as many as it may, or a second factor already, or somebody has this passkey.</returns>
    public async Task<bool> AddAsync(Guid userId, UserPasskeyInfo passkey, string name, bool asFirstFactor = false, CancellationToken cancellationToken = default)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        await db.LockCredentialsAsync(userId, cancellationToken);
        if (await Rows.CountAsync(row => row.UserId == userId, cancellationToken) >= Most
            || (asFirstFactor && (await factors.FindAsync(userId, cancellationToken)).Any))
        {
            return false;
        }

        Rows.Add(new IdentityUserPasskey<Guid>
        {
            UserId = userId,
            CredentialId = passkey.CredentialId,
            Data = new IdentityPasskeyData
            {
                Name = name,
                CreatedAt = clock.GetUtcNow(),
                PublicKey = passkey.PublicKey,
                SignCount = passkey.SignCount,
                Transports = passkey.Transports,
                IsUserVerified = passkey.IsUserVerified,
                IsBackupEligible = passkey.IsBackupEligible,
                IsBackedUp = passkey.IsBackedUp,
                AttestationObject = passkey.AttestationObject,
                ClientDataJson = passkey.ClientDataJson,
            },
        });
        Audit("Account.PasskeyAdded", userId, passkey.CredentialId);
        try
        {
            await db.SaveChangesAsync(cancellationToken);
        }
        catch (DuplicateRowException)
        {
            db.ChangeTracker.Clear();
            return false;
        }

        await transaction.CommitAsync(cancellationToken);
        return true;
    }

    /// <summary>Calls a passkey something else; nothing if it is gone.</summary>
    public async Task RenameAsync(Guid userId, string key, string name, CancellationToken cancellationToken = default)
    {
        if (await FindAsync(userId, key, cancellationToken) is { } row && row.Data.Name != name)
        {
            row.Data.Name = name;
            Audit("Account.PasskeyRenamed", userId, row.CredentialId);
            await db.SaveChangesAsync(cancellationToken);
        }
    }

    /// <summary>Removes a passkey, unless it is the last second factor of somebody who must have one.</summary>
    /// <returns>False if it has to stay; true if it is gone, or was gone before.</returns>
    public async Task<bool> RemoveAsync(Guid userId, string key, CancellationToken cancellationToken = default)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        await db.LockCredentialsAsync(userId, cancellationToken);
        if (await FindAsync(userId, key, cancellationToken) is not { } row)
        {
            return true;
        }

        if (!await MayRemoveAsync(userId, cancellationToken))
        {
            return false;
        }

        Rows.Remove(row);
        Audit("Account.PasskeyRemoved", userId, row.CredentialId);
        await db.SaveChangesAsync(cancellationToken);
        if (!(await factors.FindAsync(userId, cancellationToken)).Any)
        {
            await store.ForgetAuthenticatorAsync(userId, alsoCodes: true, cancellationToken);
        }

        await transaction.CommitAsync(cancellationToken);
        return true;
    }

    /// <summary>Whether the account can do with one passkey less: outside the demo everybody keeps a second factor.</summary>
    public async Task<bool> MayRemoveAsync(Guid userId, CancellationToken cancellationToken = default) =>
        !factors.AreRequired || (await factors.FindAsync(userId, cancellationToken)).HasAuthenticator
        || await Rows.CountAsync(row => row.UserId == userId, cancellationToken) > 1;

    /// <summary>Notes that somebody signs in with a passkey, whose answer has been judged.</summary>
    /// <returns>False if the passkey is gone meanwhile, or its device has not counted on from an answer given at the same moment.</returns>
    public async Task<bool> UseAsync(Guid userId, UserPasskeyInfo passkey, CancellationToken cancellationToken = default)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        await db.LockCredentialsAsync(userId, cancellationToken);
        db.ChangeTracker.Clear();
        var row = await Rows.SingleOrDefaultAsync(one => one.UserId == userId && one.CredentialId == passkey.CredentialId, cancellationToken);
        if (row is null || (passkey.SignCount > 0 && passkey.SignCount <= row.Data.SignCount))
        {
            return false;
        }

        row.Data.SignCount = passkey.SignCount;
        row.Data.IsBackedUp = passkey.IsBackedUp;
        Audit(Used, userId, passkey.CredentialId);
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return true;
    }

    private async Task<IdentityUserPasskey<Guid>?> FindAsync(Guid userId, string key, CancellationToken cancellationToken) =>
        (await Rows.Where(row => row.UserId == userId).ToListAsync(cancellationToken)).Find(row => Passkey.KeyOf(row.CredentialId) == key);

    private void Audit(string action, Guid userId, byte[] credentialId) => db.Audit(action, nameof(PortalUser), userId.ToString(), Passkey.KeyOf(credentialId));
}
