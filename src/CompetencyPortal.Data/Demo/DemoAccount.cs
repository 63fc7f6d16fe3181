using CompetencyPortal.Data.Entities;

namespace CompetencyPortal.Data.Demo;

/// <summary>
/// The demo's accounts. They have no password, so that nobody can sign in to them where the demo, and with it the one click,
/// is not enabled; their addresses lie in a domain that nobody can own.
/// </summary>
internal static class DemoAccount
{
    public static PortalUser Create(DemoDice dice, string name, string email, PortalRole role, Guid? partnerId, bool maySeeAmounts = true) => new()
    {
        Id = dice.Key(),
        DisplayName = name,
        UserName = email,
        NormalizedUserName = email.ToUpperInvariant(),
        Email = email,
        NormalizedEmail = email.ToUpperInvariant(),
        EmailConfirmed = true,
        SecurityStamp = dice.Key().ToString("N"),
        ConcurrencyStamp = dice.Key().ToString("N"),
        Role = role,
        PartnerId = partnerId,
        MaySeeAmounts = maySeeAmounts,
        IsDemo = true,
    };
}
