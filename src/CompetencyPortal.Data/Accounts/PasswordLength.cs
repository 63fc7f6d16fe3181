namespace CompetencyPortal.Data.Accounts;

/// <summary>How long a password may be, in characters of any kind.</summary>
public static class PasswordLength
{
    /// <summary>What is asked of everyone, beside the second factor.</summary>
    public const int Least = 8;

    /// <summary>What people are advised to have.</summary>
    public const int Advised = 15;

    /// <summary>Far beyond any pass phrase; more is not hashed.</summary>
    public const int Most = 1000;
}
