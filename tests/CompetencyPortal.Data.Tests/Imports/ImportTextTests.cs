using System.Text;

using CompetencyPortal.Data.Imports;
using CompetencyPortal.Data.Imports.Reading;
using CompetencyPortal.Testing;

using Microsoft.EntityFrameworkCore;

namespace CompetencyPortal.Data.Tests.Imports;

public sealed class ImportTextTests
{
    private static readonly ImportLimits Limits = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(ImportDelimiter.Comma, "a,b\r\nc,d\r\n")]
    [InlineData(ImportDelimiter.Semicolon, "a;b\nc;d")]
    [InlineData(ImportDelimiter.Tab, "a\tb\rc\td\r")]
    [InlineData(ImportDelimiter.Comma, "\uFEFFa,b\n\n\nc,d\n")]
    [InlineData(ImportDelimiter.Comma, "\uFEFF\"a\",\"b\"\n,\n\"c\",\"d\"\n")]
    public async Task Read_EveryDialect_GivesTheSameCells(ImportDelimiter delimiter, string text)
    {
        var records = await ReadAsync(Encoding.UTF8.GetBytes(text), delimiter);
        Assert.Equal(["a,b", "c,d"], records.Select(record => string.Join(',', record.Cells)));
        Assert.Equal([0, 1], records.Select(record => record.Number));
        Assert.All(records, record => Assert.False(record.IsMalformed));
    }

    [Fact]
    public async Task Read_SaysOnWhichLineEachRecordBegins()
    {
        var records = await ReadAsync("name,note\r\n\"a\r\nb\",\"x\"\"y\"\r\n\r\nc,d"u8.ToArray());
        Assert.Equal([1, 2, 5], records.Select(record => record.Line));
        Assert.Equal(["a\r\nb", "x\"y"], records[1].Cells);
    }

    [Fact]
    public async Task Read_TakesOffWhatKeptASpreadsheetFromRunningACell()
    {
        var records = await ReadAsync("'=1+1,'-5,-5,'plain,''=x"u8.ToArray());
        Assert.Equal(["=1+1", "-5", "-5", "'plain", "'=x"], Assert.Single(records).Cells);
    }

    [Theory]
    [InlineData("a\"b,c")]
    [InlineData("\"a\"b,c")]
    [InlineData("\"a,b\n")]
    [InlineData("\"")]
    public async Task Read_WhenAQuoteStandsWhereNoneCan_SaysSoOfTheRecord(string text) =>
        Assert.True(Assert.Single(await ReadAsync(Encoding.UTF8.GetBytes(text))).IsMalformed);

    [Fact]
    public async Task Read_WhenBytesAreNotUtf8_SaysOnWhichLine()
    {
        byte[] file = [.. "a,b\nc,d\n"u8, 0xE9, (byte)'t', 0xE9, (byte)'\n'];
        Assert.Equal(ImportError.Of(ImportErrorCode.FileNotUtf8, null, 3), await RefusalAsync(file));
    }

    [Fact]
    public async Task Read_WhenAByteIsZero_SaysOnWhichLine() =>
        Assert.Equal(ImportError.Of(ImportErrorCode.FileNotText, null, 2), await RefusalAsync("a,b\nc\0,d\n"u8.ToArray()));

    [Theory]
    [InlineData('x')]
    [InlineData(',')]
    [InlineData('"')]
    public async Task Read_OneLineOfTwentyMegabytes_IsRefused_InLittleMemory(char filling)
    {
        var line = new byte[20_000_000];
        Array.Fill(line, (byte)filling);
        byte[][] files = [line, [(byte)'"', .. line], [.. "a,b\nc,d\n"u8, .. line]];
        foreach (var file in files)
        {
            var before = GC.GetAllocatedBytesForCurrentThread();
            Assert.Equal(ImportErrorCode.RecordTooLong, (await RefusalAsync(file))?.Code);
            Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 8_000_000);
        }
    }

    [Fact]
    public async Task Read_WhereverASampleIsCutOff_GivesItsRecordsOrAnError()
    {
        var sample = Encoding.UTF8.GetBytes("\uFEFFname,note\r\n\"L’Étoile\r\n合作\",\"x\"\"y\"\r\n🙂,'=1\r\n");
        for (var length = 0; length <= sample.Length; length++)
        {
            await ReadOrRefuseAsync(sample[..length]);
        }
    }

    [Fact]
    public Task Read_WhateverTheBytes_GivesRecordsOrAnError() => Dice.PlayAsync(500, async dice =>
    {
        var file = dice.Chance(50)
            ? dice.Some(0, 400, _ => (byte)dice.Below(256))
            : Encoding.UTF8.GetBytes(string.Concat(dice.Some(0, 200, _ => dice.Pick<string>(["\"", "\"\"", ",", ";", "\t", "\r", "\n", "\r\n", "\0", "'", "=", "a", "é", "合", "🙂", "\uFEFF", " "]))));
        await ReadOrRefuseAsync(file, dice.Pick(Enum.GetValues<ImportDelimiter>()));
    });

    private static async Task ReadOrRefuseAsync(byte[] file, ImportDelimiter delimiter = ImportDelimiter.Comma)
    {
        try
        {
            var records = await ReadAsync(file, delimiter);
            Assert.All(records, record => Assert.NotEmpty(record.Cells));
            Assert.Equal(Enumerable.Range(0, records.Count), records.Select(record => record.Number));
        }
        catch (ImportFileException refused)
        {
            Assert.Contains(refused.Problem.Code, (ImportErrorCode[])[ImportErrorCode.FileNotUtf8, ImportErrorCode.FileNotText, ImportErrorCode.RecordTooLong]);
        }
    }

    private static async Task<List<ImportRecord>> ReadAsync(byte[] file, ImportDelimiter delimiter = ImportDelimiter.Comma) =>
        await ImportText.ReadAsync(new MemoryStream(file), delimiter, Limits, Cancellation).ToListAsync(Cancellation);

    private static async Task<ImportError?> RefusalAsync(byte[] file) =>
        (await Assert.ThrowsAsync<ImportFileException>(() => ReadAsync(file))).Problem;
}
