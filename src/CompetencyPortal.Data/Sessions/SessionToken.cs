using System.Buffers.Text;
using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;

namespace CompetencyPortal.Data.Sessions;

/// <summary>The secret that a session's cookie holds: 256 random bits. Only its digest is stored.</summary>
public sealed class SessionToken
{
    private const int Bytes = 32;
    private readonly byte[] _secret;

    private SessionToken(byte[] secret) => _secret = secret;

    /// <summary>A new token.</summary>
    public static SessionToken Create() => new(RandomNumberGenerator.GetBytes(Bytes));

    /// <summary>Reads a token as <see cref="Reveal"/> writes it; false for anything else.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, [NotNullWhen(true)] out SessionToken? token)
    {
        var secret = new byte[Bytes];
        var valid = text is not null && Base64Url.IsValid(text, out var length) && length == Bytes
            && Base64Url.TryDecodeFromChars(text, secret, out _);
        token = valid ? new SessionToken(secret) : null;
        return valid;
    }

    /// <summary>The token as the cookie carries it.</summary>
    public string Reveal() => Base64Url.EncodeToString(_secret);

    /// <summary>The digest by which the session is found.</summary>
    public byte[] Hash() => SHA256.HashData(_secret);

    /// <summary>Says nothing, so that no log can.</summary>
    public override string ToString() => "(session token)";
}
