using System.Buffers;
using System.IO.Pipelines;
using System.Text.Json;

using CompetencyPortal.Domain.Documents;
using CompetencyPortal.Domain.Evaluation;
using CompetencyPortal.Domain.Evidence;
using CompetencyPortal.Domain.Revisions;

namespace CompetencyPortal.Cli.Assess;

/// <summary>
/// Judges a stream of evidence. The input is read to its end before anything is put out: answers are spooled to a temporary file, so
/// memory does not grow with the number of documents, and one bad document costs the whole answer.
/// </summary>
internal sealed class Assessment(Rulebook rulebook, DateOnly? asOf, DateOnly today, bool explain)
{
    private const int SpoolBuffer = 1 << 16;

    /// <summary>Judges the input; false, with every error written and no output, if anything in it is wrong.</summary>
    public async Task<bool> RunAsync(Stream input, Stream output, TextWriter errors, CancellationToken cancellation)
    {
        await using var spool = new FileStream(
            Path.GetTempFileName(), FileMode.Create, FileAccess.ReadWrite, FileShare.None, SpoolBuffer, FileOptions.DeleteOnClose);
        if (!await JudgeAsync(PipeReader.Create(input), spool, errors, cancellation))
        {
            return false;
        }

        spool.Position = 0;
        await spool.CopyToAsync(output, cancellation);
        await output.FlushAsync(cancellation);
        return true;
    }

    private async Task<bool> JudgeAsync(PipeReader input, Stream answers, TextWriter output, CancellationToken cancellation)
    {
        long? index = await BeginsWithArrayAsync(input, cancellation) ? 0 : null;
        var accepted = true;
        await using var json = new Utf8JsonWriter(answers, DocumentWriting.Options);
        try
        {
            if (index is not null)
            {
                json.WriteStartArray();
            }

            await foreach (var document in new DocumentReader(input, isArray: index is not null).ReadAllAsync(cancellation))
            {
                accepted &= await JudgeAsync(document, index++, json, output, accepted);
                if (json.BytesPending > SpoolBuffer)
                {
                    await json.FlushAsync(cancellation);
                }
            }

            if (index is not null)
            {
                json.WriteEndArray();
            }
        }
        catch (JsonException exception)
        {
            await output.WriteLineAsync($"{(index is null ? "" : $"[{index}]: ")}This is not JSON: {exception.Message}");
            json.Reset();
            return false;
        }

        await json.FlushAsync(cancellation);
        answers.WriteByte((byte)'\n');
        return accepted;
    }

    private async Task<bool> JudgeAsync(JsonElement document, long? index, Utf8JsonWriter json, TextWriter output, bool write)
    {
        var errors = new DocumentErrors();
        if (EvidenceDocument.Read(document, rulebook, errors, index) is not { } read)
        {
            await output.WriteAsync(errors.AsLines());
            return false;
        }

        if (write)
        {
            var day = asOf ?? read.AsOf ?? today;
            StandingDocument.Write(json, read.Evidence, day, Assessor.Assess(read.Evidence, rulebook, day), explain);
        }

        return true;
    }

    /// <summary>Looks at the first byte that is not white space, and takes a byte order mark out of the reader's way.</summary>
    private static async Task<bool> BeginsWithArrayAsync(PipeReader input, CancellationToken cancellation)
    {
        while (true)
        {
            var read = await input.ReadAsync(cancellation);
            var buffer = read.Buffer;
            if (buffer.Length < ByteOrderMark.Length && !read.IsCompleted)
            {
                input.AdvanceTo(buffer.Start, buffer.End);
                continue;
            }

            if (buffer.Length >= ByteOrderMark.Length && buffer.Slice(0, ByteOrderMark.Length).ToArray().AsSpan().SequenceEqual(ByteOrderMark))
            {
                buffer = buffer.Slice(ByteOrderMark.Length);
            }

            var first = FirstOf(buffer);
            input.AdvanceTo(first is null ? buffer.End : buffer.Start);
            if (first is not null || read.IsCompleted)
            {
                return first == (byte)'[';
            }
        }
    }

    private static ReadOnlySpan<byte> ByteOrderMark => [0xEF, 0xBB, 0xBF];

    private static byte? FirstOf(ReadOnlySequence<byte> buffer)
    {
        var reader = new SequenceReader<byte>(buffer);
        reader.AdvancePastAny(" \t\r\n"u8);
        return reader.TryPeek(out var first) ? first : null;
    }
}
