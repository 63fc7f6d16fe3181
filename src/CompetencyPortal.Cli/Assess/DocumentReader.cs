using System.Buffers;
using System.IO.Pipelines;
using System.Runtime.CompilerServices;
using System.Text.Json;

namespace CompetencyPortal.Cli.Assess;

/// <summary>
/// Takes a text of JSON apart into its documents: the one that it is, or the items of the array that it is. Each is given out as soon
/// as its last byte is read, so that only one is held at a time, and every document before an error of syntax has been given out.
/// </summary>
internal sealed class DocumentReader(PipeReader input, bool isArray)
{
    private readonly int _depth = isArray ? 1 : 0;
    private JsonReaderState _state;
    private long _scanned;
    private long? _start;

    /// <summary>The documents; each is valid until the next is asked for.</summary>
    /// <exception cref="JsonException">The text is not JSON.</exception>
    public async IAsyncEnumerable<JsonElement> ReadAllAsync([EnumeratorCancellation] CancellationToken cancellation)
    {
        while (true)
        {
            var read = await input.ReadAsync(cancellation);
            var buffer = read.Buffer;
            while (TryTake(ref buffer, read.IsCompleted) is { } document)
            {
                using (document)
                {
                    yield return document.RootElement;
                }
            }

            input.AdvanceTo(buffer.Start, buffer.End);
            if (read.IsCompleted)
            {
                yield break;
            }
        }
    }

    /// <summary>Scans on from where the last call stopped; takes the next document off the buffer if all of it is there.</summary>
    private JsonDocument? TryTake(ref ReadOnlySequence<byte> buffer, bool isAll)
    {
        var reader = new Utf8JsonReader(buffer.Slice(_scanned), isAll, _state);
        var ended = false;
        while (!ended && reader.Read())
        {
            // The brackets of the array lie outside of every document.
            if (reader.CurrentDepth >= _depth)
            {
                _start ??= _scanned + reader.TokenStartIndex;
                ended = reader.CurrentDepth == _depth && reader.TokenType is not (JsonTokenType.StartObject or JsonTokenType.StartArray);
            }
        }

        _state = reader.CurrentState;
        _scanned += reader.BytesConsumed;
        if (!ended)
        {
            return null;
        }

        var document = JsonDocument.Parse(buffer.Slice(_start!.Value, _scanned - _start.Value));
        buffer = buffer.Slice(_scanned);
        _scanned = 0;
        _start = null;
        return document;
    }
}
