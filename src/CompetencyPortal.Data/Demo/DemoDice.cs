using System.Buffers.Binary;

namespace CompetencyPortal.Data.Demo;

/// <summary>The demo's source of choices: the same choices in the same order wherever and whenever it is thrown (SplitMix64).</summary>
internal sealed class DemoDice(ulong seed)
{
    private ulong _state = seed;
    private ulong _keys;

    /// <summary>A number from <paramref name="least"/> to <paramref name="most"/>, both inclusive.</summary>
    public int Between(int least, int most) => least + (int)(Next() % (ulong)(most - least + 1));

    /// <summary>True in <paramref name="percent"/> of a hundred throws.</summary>
    public bool Chance(int percent) => Between(1, 100) <= percent;

    public T Pick<T>(IReadOnlyList<T> faces) => faces[Between(0, faces.Count - 1)];

    /// <summary>A key in the form of <see cref="Guid.CreateVersion7()"/>; keys rise in the order in which they are given.</summary>
    public Guid Key()
    {
        Span<byte> bytes = stackalloc byte[16];
        BinaryPrimitives.WriteUInt64BigEndian(bytes, ++_keys << 16);
        BinaryPrimitives.WriteUInt64BigEndian(bytes[8..], Next());
        bytes[6] = 0x70;
        bytes[8] = (byte)((bytes[8] & 0x3F) | 0x80);
        return new Guid(bytes, bigEndian: true);
    }

    private ulong Next()
    {
        unchecked
        {
            _state += 0x9E3779B97F4A7C15;
            var mixed = (_state ^ (_state >> 30)) * 0xBF58476D1CE4E5B9;
            mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EB;
            return mixed ^ (mixed >> 31);
        }
    }
}
