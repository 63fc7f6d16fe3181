using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;

namespace CompetencyPortal.Browser.Tests.Hosting;

/// <summary>An authenticator app as people have it on their phones (RFC 6238), given the key that a page shows.</summary>
internal sealed class AuthenticatorApp(string key)
{
    private const string Base32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    private const int Seconds = 30;

    private readonly byte[] _key = Decode(key);

    /// <summary>What it shows now.</summary>
    public string Code
    {
        get
        {
            var moment = new byte[sizeof(long)];
            BinaryPrimitives.WriteInt64BigEndian(moment, TimeProvider.System.GetUtcNow().ToUnixTimeSeconds() / Seconds);
#pragma warning disable CA5350 // What the apps understand.
            var hash = HMACSHA1.HashData(_key, moment);
#pragma warning restore CA5350
            var number = BinaryPrimitives.ReadInt32BigEndian(hash.AsSpan(hash[^1] & 0xf)) & int.MaxValue;
            return (number % 1_000_000).ToString("D6", CultureInfo.InvariantCulture);
        }
    }

    private static byte[] Decode(string text)
    {
        var bits = string.Concat(text.Where(char.IsAsciiLetterOrDigit).Select(one =>
            Convert.ToString(Base32.IndexOf(char.ToUpperInvariant(one), StringComparison.Ordinal), 2).PadLeft(5, '0')));
        return [.. Enumerable.Range(0, bits.Length / 8).Select(i => Convert.ToByte(bits.Substring(8 * i, 8), 2))];
    }
}
