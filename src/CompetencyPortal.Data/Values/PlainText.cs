using System.Buffers;
using System.Text;

namespace CompetencyPortal.Data.Values;

/// <summary>
/// What is text: no NUL, which PostgreSQL does not store, no halves of characters, and no code points that Unicode gives to
/// nobody, which cannot be normalised. Nobody can type those.
/// </summary>
public static class PlainText
{
    public static bool Is(string? text)
    {
        for (var rest = text.AsSpan(); rest.Length > 0;)
        {
            if (Rune.DecodeFromUtf16(rest, out var rune, out var length) is not OperationStatus.Done || rune.Value is 0 || IsNobodys(rune.Value))
            {
                return false;
            }

            rest = rest[length..];
        }

        return true;
    }

    private static bool IsNobodys(int codePoint) => (codePoint & 0xFFFE) is 0xFFFE || codePoint is >= 0xFDD0 and <= 0xFDEF;
}
