namespace CompetencyPortal.Data.Accounts;

/// <summary>How long a password may be, in characters of any kind.</summary>
public static class PasswordLength
{
    public const int Least = 15;

    /// <summary>Far beyond any pass phrase; more is not hashed.</summary>
    public const int Most = 1000;
}
