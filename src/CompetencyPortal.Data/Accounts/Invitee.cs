using CompetencyPortal.Data.Entities;

namespace CompetencyPortal.Data.Accounts;

/// <summary>Who is invited, and to what.</summary>
/// <param name="DisplayName">The person's name, which they may change as they accept.</param>
/// <param name="Email">The address that the link is sent to, and that the account will have.</param>
/// <param name="Role">What the person will do.</param>
/// <param name="MaySeeAmounts">Whether a partner member will see amounts.</param>
/// <param name="Culture">The language that the invitation is written in.</param>
public sealed record Invitee(string DisplayName, string Email, PortalRole Role, bool MaySeeAmounts, string Culture);
