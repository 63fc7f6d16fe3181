using System.IO.Pipelines;
using System.Text;
using System.Text.Json;

using CompetencyPortal.Cli.Assess;
using CompetencyPortal.Testing;

namespace CompetencyPortal.Cli.Tests.Assess;

public sealed class DocumentReaderTests
{
    private static readonly string[] Documents = ["{}", "{ \"a\": [ 1, { \"b\": \"[{\\\"\" } ] }", "[ [ ], 1 ]", "12", "-0.5e3", "\"é, 中\"", "true", "null", "{\"a\":{}}"];

    [Fact]
    public Task ReadAllAsync_HoweverTheTextArrives_GivesOutEveryDocument() => Dice.PlayAsync(1_000, async dice =>
    {
        var expected = dice.Some(0, 6, _ => dice.Pick(Documents));
        var text = $"{Space(dice)}[{Space(dice)}{string.Join($"{Space(dice)},{Space(dice)}", expected)}{Space(dice)}]{Space(dice)}";
        Assert.Equal(expected, await ReadAsync(text, isArray: true, dice));

        var one = dice.Pick(Documents);
        Assert.Equal([one], await ReadAsync(Space(dice) + one + Space(dice), isArray: false, dice));
    });

    [Fact]
    public Task ReadAllAsync_WhenTheTextBreaks_GivesOutWhatStoodBefore() => Dice.PlayAsync(1_000, async dice =>
    {
        var expected = dice.Some(1, 6, _ => dice.Pick(Documents));
        var read = new List<string>();
        var broken = $"[{string.Concat(expected.Select(document => document + ","))}{dice.Pick(["]", "", "{", "{\"a\":", "x", "\"", "[1,]", "1] 2", "}"])}";
        await Assert.ThrowsAnyAsync<JsonException>(() => ReadAsync(broken, isArray: true, dice, read));
        Assert.Equal(expected, read.Take(expected.Length));
    });

    private static string Space(Dice dice) => string.Concat(dice.Some(0, 3, _ => dice.Pick([" ", "\n", "\t", "\r\n"])));

    private static async Task<List<string>> ReadAsync(string text, bool isArray, Dice dice, List<string>? read = null)
    {
        read ??= [];
        var pipe = new Pipe();
        var writing = WriteAsync(pipe.Writer, Encoding.UTF8.GetBytes(text), dice);
        await foreach (var document in new DocumentReader(pipe.Reader, isArray).ReadAllAsync(TestContext.Current.CancellationToken))
        {
            read.Add(document.GetRawText());
        }

        await writing;
        return read;
    }

    private static async Task WriteAsync(PipeWriter writer, byte[] text, Dice dice)
    {
        for (var written = 0; written < text.Length;)
        {
            var piece = text.AsMemory(written, Math.Min(dice.Between(1, 9), text.Length - written));
            written += piece.Length;
            await writer.WriteAsync(piece);
        }

        await writer.CompleteAsync();
    }
}
