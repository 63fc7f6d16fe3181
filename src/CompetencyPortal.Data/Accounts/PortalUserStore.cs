using System.Security.Cryptography;

using CompetencyPortal.Data.Entities;

using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;

namespace CompetencyPortal.Data.Accounts;

/// <summary>
/// Identity's store of accounts, where whoever reads the database learns no second factor: the authenticator's key is
/// protected by data protection, and of the recovery codes only digests are kept.
/// </summary>
public sealed class PortalUserStore(PortalDbContext db, IDataProtectionProvider protection, IdentityErrorDescriber? describer = null)
    : UserOnlyStore<PortalUser, PortalDbContext, Guid>(db, describer)
{
    private const string Provider = "[AspNetUserStore]";
    private const string AuthenticatorKeyName = "AuthenticatorKey";
    private const string RecoveryCodes = "RecoveryCodes";
    private const char Separator = ';';

    private readonly IDataProtector _protector = protection.CreateProtector(typeof(PortalUserStore).FullName!);

    /// <summary>The key; null if there is none, or none that data protection's present keys can read: a recovery code helps then.</summary>
    public override async Task<string?> GetAuthenticatorKeyAsync(PortalUser user, CancellationToken cancellationToken) =>
        await base.GetAuthenticatorKeyAsync(user, cancellationToken) is { } kept ? Unprotect(kept) : null;

    public override Task SetAuthenticatorKeyAsync(PortalUser user, string key, CancellationToken cancellationToken) =>
        base.SetAuthenticatorKeyAsync(user, _protector.Protect(key), cancellationToken);

    public override Task ReplaceCodesAsync(PortalUser user, IEnumerable<string> recoveryCodes, CancellationToken cancellationToken = default) =>
        base.ReplaceCodesAsync(user, recoveryCodes.Select(RecoveryCode.Digest), cancellationToken);

    /// <summary>Uses up a recovery code; of two who use one at the same moment one succeeds. It is stored at once.</summary>
    public override async Task<bool> RedeemCodeAsync(PortalUser user, string code, CancellationToken cancellationToken)
    {
        var digest = RecoveryCode.Digest(code);
        var codes = Context.UserTokens.Where(row => row.UserId == user.Id && row.LoginProvider == Provider && row.Name == RecoveryCodes);
        while (await codes.Select(row => row.Value).SingleOrDefaultAsync(cancellationToken) is { } kept && kept.Split(Separator).Contains(digest))
        {
            var rest = string.Join(Separator, kept.Split(Separator).Where(one => one != digest));
            if (await codes.Where(row => row.Value == kept).ExecuteUpdateAsync(set => set.SetProperty(row => row.Value, rest), cancellationToken) > 0)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Protects the authenticator's key anew, so that whoever uses it does not depend on data protection's old keys.</summary>
    internal async Task RenewProtectionAsync(PortalUser user, CancellationToken cancellationToken)
    {
        var keys = Context.UserTokens.Where(row => row.UserId == user.Id && row.LoginProvider == Provider && row.Name == AuthenticatorKeyName);
        if (await keys.Select(row => row.Value).SingleOrDefaultAsync(cancellationToken) is { } kept && Unprotect(kept) is { } key)
        {
            // If it was replaced in between, the new one stays.
            var renewed = _protector.Protect(key);
            await keys.Where(row => row.Value == kept).ExecuteUpdateAsync(set => set.SetProperty(row => row.Value, renewed), cancellationToken);
        }
    }

    /// <summary>Forgets the authenticator's key, and the recovery codes too if <paramref name="alsoCodes"/>.</summary>
    internal Task ForgetAuthenticatorAsync(Guid userId, bool alsoCodes, CancellationToken cancellationToken) => Context.UserTokens
        .Where(row => row.UserId == userId && row.LoginProvider == Provider && (alsoCodes || row.Name != RecoveryCodes))
        .ExecuteDeleteAsync(cancellationToken);

    private string? Unprotect(string kept)
    {
        try
        {
            return _protector.Unprotect(kept);
        }
        catch (CryptographicException)
        {
            return null;
        }
    }
}
