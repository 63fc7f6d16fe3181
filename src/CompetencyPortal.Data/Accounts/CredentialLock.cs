using Microsoft.EntityFrameworkCore;

namespace CompetencyPortal.Data.Accounts;

/// <summary>Makes changes of an account's second factors follow one another.</summary>
public static class CredentialLock
{
    /// <summary>
    /// Waits until nobody else changes the account's second factors, and keeps others waiting until the present transaction
    /// ends. What is read afterwards is what is true.
    /// </summary>
    public static Task LockCredentialsAsync(this PortalDbContext db, Guid userId, CancellationToken cancellationToken = default)
    {
        var stamp = Guid.CreateVersion7().ToString("N");
        return db.Users.Where(user => user.Id == userId).ExecuteUpdateAsync(set => set.SetProperty(user => user.SecurityStamp, stamp), cancellationToken);
    }
}
