namespace CompetencyPortal.Web.Infrastructure.Accounts;

/// <summary>Somebody asked for a new password.</summary>
/// <param name="Email">The address that they typed.</param>
/// <param name="Culture">The language that they read.</param>
public sealed record ResetRequest(string Email, string Culture);
