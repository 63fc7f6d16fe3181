using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace CompetencyPortal.Data.Accounts;

/// <summary>
/// The secret that an account shares with its owner's authenticator app, and the codes that both reckon from it: RFC 6238 with
/// what every app assumes, six digits that change every thirty seconds. The framework's own reckoning takes neither the
/// portal's clock nor says which moment a code stands for, and so could not be told that a code has been used.
/// </summary>
public sealed class AuthenticatorKey
{
    public const int Digits = 6;

    private const int Bytes = 20;
    private const int Modulus = 1_000_000;

    /// <summary>How many steps a device's clock may go wrong, or its owner be slow.</summary>
    private const int Tolerance = 1;

    private static readonly TimeSpan Step = TimeSpan.FromSeconds(30);

    private readonly byte[] _secret;

    private AuthenticatorKey(byte[] secret) => _secret = secret;

    /// <summary>A new key: 160 random bits.</summary>
    public static AuthenticatorKey Create() => new(RandomNumberGenerator.GetBytes(Bytes));

    /// <summary>Reads a key as <see cref="Reveal"/> writes it.</summary>
    /// <exception cref="FormatException">It is none.</exception>
    public static AuthenticatorKey Parse(string text) => new(Base32.Decode(text));

    /// <summary>The key as apps take it: Base32.</summary>
    public string Reveal() => Base32.Encode(_secret);

    /// <summary>The code of a moment.</summary>
    public string CodeAt(DateTimeOffset moment) => CodeOf(StepAt(moment));

    /// <summary>Says nothing, so that no log can.</summary>
    public override string ToString() => "(authenticator key)";

    /// <summary>The moment that a code stands for, around <paramref name="now"/>; null if it is none of the key's codes. Spaces do not matter.</summary>
    internal DateTimeOffset? MomentOf(string code, DateTimeOffset now)
    {
        var typed = Encoding.UTF8.GetBytes(string.Concat(code.Normalize(NormalizationForm.FormKC).Where(letter => !char.IsWhiteSpace(letter) && letter is not '-')));
        DateTimeOffset? moment = null;
        for (var step = StepAt(now) - Tolerance; step <= StepAt(now) + Tolerance; step++)
        {
            if (CryptographicOperations.FixedTimeEquals(typed, Encoding.UTF8.GetBytes(CodeOf(step))))
            {
                moment = DateTimeOffset.UnixEpoch + (step * Step);
            }
        }

        return moment;
    }

    private static long StepAt(DateTimeOffset moment) => (moment - DateTimeOffset.UnixEpoch).Ticks / Step.Ticks;

    private string CodeOf(long step)
    {
        Span<byte> counter = stackalloc byte[sizeof(long)];
        BinaryPrimitives.WriteInt64BigEndian(counter, step);
#pragma warning disable CA5350 // The apps reckon with SHA-1 and no other; HMAC does not rest on what SHA-1 has lost.
        var hash = HMACSHA1.HashData(_secret, counter);
#pragma warning restore CA5350
        var number = BinaryPrimitives.ReadInt32BigEndian(hash.AsSpan(hash[^1] & 0xF)) & int.MaxValue;
        return (number % Modulus).ToString("D6", CultureInfo.InvariantCulture);
    }
}
