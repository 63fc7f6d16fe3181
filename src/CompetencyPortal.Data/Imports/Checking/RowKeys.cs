using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

using CompetencyPortal.Data.Entities;

namespace CompetencyPortal.Data.Imports.Checking;

/// <summary>
/// The keys that an import's new rows are going to have. They follow from what a row is about, so that two rows of a file that
/// speak of the same new customer mean one key, without anything being remembered between them; and they begin with the moment
/// of the import, like all of the portal's keys.
/// </summary>
internal sealed class RowKeys(Import import)
{
    private const int Version = 8;

    /// <summary>The key of what <paramref name="identity"/> describes; the same for the same text, within one import.</summary>
    public Guid Of(string identity)
    {
        Span<byte> key = stackalloc byte[16];
        Digest(import.Id, identity)[..16].CopyTo(key);
        Span<byte> moment = stackalloc byte[8];
        BinaryPrimitives.WriteInt64BigEndian(moment, import.CreatedAt.ToUnixTimeMilliseconds());
        moment[2..].CopyTo(key);
        key[6] = (byte)((key[6] & 0x0F) | (Version << 4));
        key[8] = (byte)((key[8] & 0x3F) | 0x80);
        return new Guid(key, bigEndian: true);
    }

    /// <summary>A digest of what a row says.</summary>
    public static long Content(string text) => BinaryPrimitives.ReadInt64BigEndian(Digest(Guid.Empty, text));

    private static Span<byte> Digest(Guid salt, string text)
    {
        var bytes = new byte[16 + Encoding.UTF8.GetByteCount(text)];
        salt.TryWriteBytes(bytes);
        Encoding.UTF8.GetBytes(text, bytes.AsSpan(16));
        return SHA256.HashData(bytes);
    }
}
