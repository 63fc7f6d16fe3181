namespace CompetencyPortal.Data.Accounts;

/// <summary>Why a password is refused, as <see cref="Microsoft.AspNetCore.Identity.IdentityError.Code"/> says it.</summary>
public static class PasswordErrorCodes
{
    public const string TooShort = "PasswordTooShort";
    public const string TooLong = "PasswordTooLong";

    /// <summary>It is among those that are tried first.</summary>
    public const string Common = "PasswordCommon";

    /// <summary>It is made of what everybody knows of the person.</summary>
    public const string Personal = "PasswordPersonal";
}
