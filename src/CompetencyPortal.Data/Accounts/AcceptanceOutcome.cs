using CompetencyPortal.Data.Entities;

using Microsoft.AspNetCore.Identity;

namespace CompetencyPortal.Data.Accounts;

/// <summary>What became of the acceptance of an invitation.</summary>
/// <param name="User">The account that was made; null if none was.</param>
/// <param name="HasAccount">Whether the address has an account already.</param>
/// <param name="Errors">What Identity has against the password; where there are some, the invitation still waits.</param>
public sealed record AcceptanceOutcome(PortalUser? User, bool HasAccount = false, IReadOnlyList<IdentityError>? Errors = null)
{
    /// <summary>The link no longer works: it was used, withdrawn or sent again, or has expired.</summary>
    public bool IsGone => User is null && !HasAccount && Errors is null;
}
