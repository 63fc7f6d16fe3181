using Microsoft.AspNetCore.DataProtection;

namespace CompetencyPortal.Web.Infrastructure.Accounts;

/// <summary>Keeps the secret of an invitation's link while its account is made.</summary>
public sealed class InvitationCookie(IDataProtectionProvider protection) : LinkCookie(protection, Name)
{
    public const string Name = "__Host-invitation";

    public static void Remove(HttpResponse response) => Remove(response, Name);
}
