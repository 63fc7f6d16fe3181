using CompetencyPortal.Web.Resources;
using Microsoft.Extensions.Localization;

namespace CompetencyPortal.Web.Pages.Account;

/// <summary>What the audit trail says of an account, in its owner's words.</summary>
internal static class HistoryWords
{
    /// <summary>The words for an act; null for one that says nothing to the owner.</summary>
    public static string? Of(string action, IStringLocalizer<AccountTexts> texts) => action switch
    {
        "Account.SignedIn" => texts["History.SignedIn"],
        "Account.SignedOut" => texts["History.SignedOut"],
        "Account.SignInRefused" => texts["History.PasswordRefused"],
        "Account.SecondFactorRefused" => texts["History.SecondFactorRefused"],
        "Account.Confirmed" => texts["History.Confirmed"],
        "Account.Locked" => texts["History.Locked"],
        "Account.PasswordChanged" or "Account.PasswordReset" => texts["History.PasswordChanged"],
        "Account.PasswordResetRequested" => texts["History.ResetRequested"],
        "Account.AuthenticatorSet" => texts["History.AuthenticatorSet"],
        "Account.AuthenticatorRemoved" => texts["History.AuthenticatorRemoved"],
        "Account.PasskeyAdded" => texts["History.PasskeyAdded"],
        "Account.PasskeyRenamed" => texts["History.PasskeyRenamed"],
        "Account.PasskeyRemoved" => texts["History.PasskeyRemoved"],
        "Account.PasskeyRefused" => texts["History.PasskeyRefused"],
        "Account.RecoveryCodeUsed" => texts["History.RecoveryCodeUsed"],
        "Account.RecoveryCodesMade" => texts["History.RecoveryCodesMade"],
        "Account.SessionEnded" => texts["History.SessionEnded"],
        "Account.Renamed" => texts["History.Renamed"],
        _ => (string?)null,
    };
}
