using System.Security.Cryptography;

namespace CompetencyPortal.Data.Accounts.Passkeys;

/// <summary>A passkey as its owner sees it.</summary>
/// <param name="Key">What names it in addresses and in the audit trail.</param>
/// <param name="Name">What its owner calls it.</param>
/// <param name="AddedAt">When it was added.</param>
/// <param name="UsedAt">When somebody last signed in with it; null if nobody did.</param>
/// <param name="IsSynced">Whether its provider keeps it on all of the owner's devices; else it is on one device alone.</param>
public sealed record Passkey(string Key, string Name, DateTimeOffset AddedAt, DateTimeOffset? UsedAt, bool IsSynced)
{
    public const int NameLength = 100;

    private const int KeyBytes = 16;

    /// <summary>The key of a credential: part of its id's digest, because the id itself may have a thousand bytes; in lower case, as addresses are.</summary>
    public static string KeyOf(byte[] credentialId) => Convert.ToHexStringLower(SHA256.HashData(credentialId).AsSpan(0, KeyBytes));
}
