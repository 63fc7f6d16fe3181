using CompetencyPortal.Data.Entities;

using Microsoft.AspNetCore.Identity;

namespace CompetencyPortal.Data.Accounts;

/// <summary>Makes the accounts of programme staff.</summary>
public sealed class StaffAccounts(PortalDbContext db, UserManager<PortalUser> users)
{
    /// <summary>Adds an account and its audit event.</summary>
    /// <returns>Why it cannot be; none if it was added.</returns>
    public async Task<IReadOnlyList<string>> AddAsync(string email, string displayName, PortalRole role, string password, CancellationToken cancellationToken = default)
    {
        var user = new PortalUser { UserName = email, Email = email, DisplayName = displayName, Role = role };
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        db.Audit("Account.Added", nameof(PortalUser), user.Id.ToString(), $"{role}");
        var result = await users.CreateAsync(user, password);
        if (result.Succeeded)
        {
            await transaction.CommitAsync(cancellationToken);
        }

        return [.. result.Errors.Select(error => error.Description)];
    }
}
