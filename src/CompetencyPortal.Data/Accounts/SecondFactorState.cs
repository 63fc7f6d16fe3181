namespace CompetencyPortal.Data.Accounts;

/// <summary>What an account has to show beside its password.</summary>
/// <param name="HasAuthenticator">Whether an authenticator app has been set up.</param>
/// <param name="HasPasskey">Whether there is a passkey.</param>
/// <param name="RecoveryCodes">How many recovery codes are left.</param>
public sealed record SecondFactorState(bool HasAuthenticator, bool HasPasskey, int RecoveryCodes)
{
    public bool Any => HasAuthenticator || HasPasskey;
}
