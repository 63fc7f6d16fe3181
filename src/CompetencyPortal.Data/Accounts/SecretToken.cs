using System.Buffers.Text;
using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;

namespace CompetencyPortal.Data.Accounts;

/// <summary>The secret that a session's cookie, or a link that works once, holds: 256 random bits. Only its digest is stored.</summary>
public sealed class SecretToken
{
    private const int Bytes = 32;
    private readonly byte[] _secret;

    private SecretToken(byte[] secret) => _secret = secret;

    /// <summary>A new token.</summary>
    public static SecretToken Create() => new(RandomNumberGenerator.GetBytes(Bytes));

    /// <summary>Reads a token as <see cref="Reveal"/> writes it; false for anything else.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, [NotNullWhen(true)] out SecretToken? token)
    {
        var secret = new byte[Bytes];
        var valid = text is not null && Base64Url.IsValid(text, out var length) && length == Bytes
            && Base64Url.TryDecodeFromChars(text, secret, out _);
        token = valid ? new SecretToken(secret) : null;
        return valid;
    }

    /// <summary>The token as the cookie or the link carries it.</summary>
    public string Reveal() => Base64Url.EncodeToString(_secret);

    /// <summary>The digest by which it is found.</summary>
    public byte[] Hash() => SHA256.HashData(_secret);

    /// <summary>Says nothing, so that no log can.</summary>
    public override string ToString() => "(secret token)";
}
