using System.Security.Cryptography;
using System.Text;

namespace CompetencyPortal.Data.Accounts;

/// <summary>A code that stands in once for an authenticator or a passkey that was lost. Only its digest is stored.</summary>
internal static class RecoveryCode
{
    /// <summary>Eighty random bits: nobody finds them from the digest.</summary>
    private const int Bytes = 10;

    private const int Group = 4;

    /// <summary>A new code, in groups that are easy to copy.</summary>
    public static string Create() => string.Join('-', Base32.Encode(RandomNumberGenerator.GetBytes(Bytes)).Chunk(Group).Select(letters => new string(letters)));

    /// <summary>The digest of a code as somebody typed it: how it is grouped or written large does not matter, nor what looks alike.</summary>
    public static string Digest(string typed)
    {
        var code = string.Concat(typed.Normalize(NormalizationForm.FormKC).ToUpperInvariant().Where(char.IsAsciiLetterOrDigit))
            .Replace('0', 'O').Replace('1', 'I').Replace('8', 'B');
        return Convert.ToHexString(SHA256.HashData(Encoding.ASCII.GetBytes(code)));
    }
}
