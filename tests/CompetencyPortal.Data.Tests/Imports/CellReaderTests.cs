using System.Globalization;

using CompetencyPortal.Data.Imports;
using CompetencyPortal.Data.Imports.Reading;
using CompetencyPortal.Domain.Evidence;

namespace CompetencyPortal.Data.Tests.Imports;

public sealed class CellReaderTests
{
    [Theory]
    [InlineData("", "1234.50", "1234.50")]
    [InlineData("", "1,234.50", "1234.50")]
    [InlineData("", "1.234,50", null)]
    [InlineData("", "-5", "-5")]
    [InlineData("", "(1,234.50)", "-1234.50")]
    [InlineData("", "(-5)", null)]
    [InlineData("", "US$ 5", "5")]
    [InlineData("", "5-", null)]
    [InlineData("", "€5", null)]
    [InlineData("", "1e3", null)]
    [InlineData("en-US", "1,234.50", "1234.50")]
    [InlineData("en-US", "1234,50", null)]
    [InlineData("fr-FR", "1 234,50", "1234.50")]
    [InlineData("fr-FR", "1\u202f234,50", "1234.50")]
    [InlineData("fr-FR", "1234.50", null)]
    [InlineData("de-DE", "1.234", "1234")]
    [InlineData("de-DE", "1.234,50", "1234.50")]
    [InlineData("de-DE", "1.23", null)]
    [InlineData("es-ES", "1.234,50", "1234.50")]
    [InlineData("es-MX", "1,234.50", "1234.50")]
    [InlineData("ru-RU", "1\u00a0234,50", "1234.50")]
    [InlineData("zh-TW", "１，２３４．５０", "1234.50")]
    [InlineData("zh-TW", "（５）", "-5")]
    public void Amount_IsReadInTheChosenWayAlone(string culture, string text, string? expected)
    {
        var read = Reader(culture).TryAmount(text, out var amount);
        Assert.Equal(expected is null ? (decimal?)null : decimal.Parse(expected, CultureInfo.InvariantCulture), read ? amount : (decimal?)null);
    }

    [Theory]
    [InlineData("", "2026-03-01", "2026-03-01")]
    [InlineData("fr-FR", "2026-03-01", "2026-03-01")]
    [InlineData("fr-FR", "2026-03-01T23:30:00Z", "2026-03-01")]
    [InlineData("fr-FR", "2026-03-01 23:30:00 -02:00", "2026-03-02")]
    [InlineData("fr-FR", "2026-03-01 23:30", "2026-03-01")]
    [InlineData("", "01/03/2026", null)]
    [InlineData("fr-FR", "01/03/2026", "2026-03-01")]
    [InlineData("fr-FR", "1/3/2026 14:30", "2026-03-01")]
    [InlineData("en-GB", "01/03/2026", "2026-03-01")]
    [InlineData("en-US", "01/03/2026", "2026-01-03")]
    [InlineData("en-US", "1/3/2026 2:30 PM", "2026-01-03")]
    [InlineData("en-US", "13/01/2026", null)]
    [InlineData("en-US", "1/3/26", null)]
    [InlineData("de-DE", "1.3.2026", "2026-03-01")]
    [InlineData("ru-RU", "01.03.2026", "2026-03-01")]
    [InlineData("es-ES", "1/3/2026", "2026-03-01")]
    [InlineData("zh-TW", "2026/3/1", "2026-03-01")]
    [InlineData("zh-TW", "2026年3月1日", "2026-03-01")]
    [InlineData("zh-TW", "1/3/2026", null)]
    [InlineData("fr-FR", "31/02/2026", null)]
    [InlineData("fr-FR", "45000", null)]
    public void Day_IsIsoOrInTheChosenOrder(string culture, string text, string? expected)
    {
        var read = Reader(culture).TryDay(text, out var day);
        Assert.Equal(expected, read ? day.ToString("O", CultureInfo.InvariantCulture) : null);
    }

    [Theory]
    [InlineData("TRUE", true)]
    [InlineData("Oui", true)]
    [InlineData("sí", true)]
    [InlineData("Да", true)]
    [InlineData("是", true)]
    [InlineData("1", true)]
    [InlineData("Non", false)]
    [InlineData("нет", false)]
    [InlineData("否", false)]
    [InlineData("maybe", null)]
    [InlineData("?", null)]
    public void Flag_IsYesOrNoInEachLanguage(string text, bool? expected) =>
        Assert.Equal(expected, CellReader.TryFlag(text, out var flag) ? flag : (bool?)null);

    [Theory]
    [InlineData("dpor", AssociationType.DigitalPartnerOfRecord)]
    [InlineData("digitalPartnerOfRecord", AssociationType.DigitalPartnerOfRecord)]
    [InlineData("Digital Partner of Record (DPOR)", AssociationType.DigitalPartnerOfRecord)]
    [InlineData("Fast Track partner", AssociationType.FastTrackPartner)]
    [InlineData("friend", null)]
    public void Association_IsKnownByItsNames(string text, AssociationType? expected) =>
        Assert.Equal(expected, CellReader.TryAssociation(text, out var type) ? type : (AssociationType?)null);

    [Fact]
    public void Cultures_AreKnown_AndEachLanguageHasOne()
    {
        Assert.All(ImportCulture.All, culture => Assert.Same(culture, ImportCulture.Find(culture.Name)));
        Assert.Equal(["", "fr-FR", "es-ES", "ru-RU", "zh-TW"], new[] { "en", "fr", "es", "ru", "zh-Hant" }.Select(language => ImportCulture.ForLanguage(language).Name));
    }

    private static CellReader Reader(string culture) => new(ImportCulture.Find(culture)!);
}
