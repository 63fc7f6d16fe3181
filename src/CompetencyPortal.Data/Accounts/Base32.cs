using System.Text;

namespace CompetencyPortal.Data.Accounts;

/// <summary>Base32 as RFC 4648 writes it, without padding: letters and digits that are not taken for one another.</summary>
internal static class Base32
{
    private const string Alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    private const int Bits = 5;

    public static string Encode(ReadOnlySpan<byte> bytes)
    {
        var text = new StringBuilder();
        var (pending, value) = (0, 0);
        foreach (var one in bytes)
        {
            (pending, value) = (pending + 8, (value << 8) | one);
            for (; pending >= Bits; pending -= Bits)
            {
                text.Append(Alphabet[(value >> (pending - Bits)) & 31]);
            }

            value &= (1 << pending) - 1;
        }

        return pending is 0 ? text.ToString() : text.Append(Alphabet[(value << (Bits - pending)) & 31]).ToString();
    }

    /// <summary>What <see cref="Encode"/> was given.</summary>
    /// <exception cref="FormatException">The text has a character that Base32 does not.</exception>
    public static byte[] Decode(string text)
    {
        var bytes = new List<byte>();
        var (pending, value) = (0, 0);
        foreach (var letter in text)
        {
            var digit = Alphabet.IndexOf(letter, StringComparison.Ordinal);
            (pending, value) = (pending + Bits, (value << Bits) | (digit < 0 ? throw new FormatException("This is not Base32.") : digit));
            if (pending >= 8)
            {
                pending -= 8;
                bytes.Add((byte)(value >> pending));
                value &= (1 << pending) - 1;
            }
        }

        return [.. bytes];
    }
}
