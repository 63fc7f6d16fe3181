using Microsoft.AspNetCore.DataProtection;

namespace CompetencyPortal.Web.Infrastructure.Accounts;

/// <summary>Keeps the secret of a reset link while a new password is chosen.</summary>
public sealed class ResetCookie(IDataProtectionProvider protection) : LinkCookie(protection, Name)
{
    public const string Name = "__Host-reset";

    public static void Remove(HttpResponse response) => Remove(response, Name);
}
