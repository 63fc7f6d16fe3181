using Microsoft.EntityFrameworkCore;

namespace CompetencyPortal.Data.Imports.Reading;

/// <summary>A stored file, read piece by piece; one piece is in memory at a time.</summary>
internal sealed class ChunkStream(PortalDbContext db, Guid importId) : Stream
{
    private byte[] _chunk = [];
    private int _at;
    private int _next;

    /// <summary>How many bytes were read.</summary>
    public long Done { get; private set; }

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => Done;
        set => throw new NotSupportedException();
    }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        if (_at == _chunk.Length)
        {
            var number = _next++;
            _at = 0;
            _chunk = await db.ImportChunks.Where(chunk => chunk.ImportId == importId && chunk.Number == number)
                .Select(chunk => chunk.Content).SingleOrDefaultAsync(cancellationToken) ?? [];
        }

        var count = Math.Min(buffer.Length, _chunk.Length - _at);
        _chunk.AsSpan(_at, count).CopyTo(buffer.Span);
        _at += count;
        Done += count;
        return count;
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException("A stored file is read asynchronously.");

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}
