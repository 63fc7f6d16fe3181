using System.Globalization;
using System.Text;

using CompetencyPortal.Data.Csv;
using CompetencyPortal.Domain.Evidence;
using CompetencyPortal.Testing;
using CompetencyPortal.Web.Infrastructure.Listing;

using CsvHelper;

namespace CompetencyPortal.Web.Tests.Infrastructure.Listing;

public sealed class CsvFileTests
{
    [Fact]
    public async Task Write_WritesEveryKindOfValueAlikeInEveryLanguage()
    {
        var before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("fr");
            Assert.Equal(
                "2017-07-07,-1234.50,true,,\"a \"\"b\"\", c\",'=1+1,digitalPartnerOfRecord",
                await LineAsync(new DateOnly(2017, 7, 7), -1234.50m, true, null, "a \"b\", c", "=1+1", AssociationType.DigitalPartnerOfRecord));
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Theory]
    [InlineData("=1+1", "'=1+1")]
    [InlineData("x;=1+1", "\"x;'=1+1\"")]
    [InlineData("x\t=1+1", "\"x\t'=1+1\"")]
    [InlineData("x\r\n=1+1", "\"x\r\n'=1+1\"")]
    [InlineData("＝1+1", "'＝1+1")]
    public async Task Write_WhatASpreadsheetWouldRun_IsKeptAText_WhereverItsCultureSplits(string text, string written) =>
        Assert.Equal(written, await LineAsync(text));

    [Theory]
    [InlineData("two\r\nlines")]
    [InlineData(" blanks ")]
    [InlineData("a;b")]
    public async Task Write_WhatWouldBeSplit_StandsInQuotes(string text) => Assert.Equal($"\"{text}\"", await LineAsync(text));

    [Fact]
    public async Task Write_MarksItsBeginning_AndEndsEachLineAsTheRuleSays()
    {
        using var file = new MemoryStream();
        await CsvFile.WriteAsync(file, new CsvList(["a", "b"], new object?[][] { [1, "é"] }.ToAsyncEnumerable()), CsvFile.Separator, TestContext.Current.CancellationToken);

        Assert.Equal(Encoding.UTF8.GetPreamble().Concat("a,b\r\n1,é\r\n"u8.ToArray()), file.ToArray());
    }

    [Fact]
    public Task Write_WhateverATextHolds_IsReadAsThatText() => Dice.PlayAsync(2_000, async dice =>
    {
        const string Letters = "\"\"''';;,,\t\r\n \0=+-@＝ab\u00a0";
        var texts = dice.Some(1, 5, _ => new string(dice.Some(0, 8, _ => Letters[dice.Below(Letters.Length)])));
        using var file = new MemoryStream();
        await CsvFile.WriteAsync(file, new CsvList([.. texts.Select((_, i) => $"c{i}")], new object?[][] { [.. texts] }.ToAsyncEnumerable()), CsvFile.Separator, TestContext.Current.CancellationToken);

        using var csv = CsvReader.Create(file.ToArray(), new CsvReaderOptions());
        Assert.True(csv.Read());
        Assert.Equal(texts, Enumerable.Range(0, csv.FieldCount).Select(i => SpreadsheetText.Original(csv.GetString(i))));
        Assert.False(csv.Read());
    });

    private static async Task<string> LineAsync(params object?[] values)
    {
        using var file = new MemoryStream();
        await CsvFile.WriteAsync(file, new CsvList([.. values.Select(_ => "c")], new[] { values }.ToAsyncEnumerable()), CsvFile.Separator, TestContext.Current.CancellationToken);
        return Encoding.UTF8.GetString(file.ToArray()).TrimStart('\ufeff').Split("\r\n", 2)[1][..^"\r\n".Length];
    }
}
