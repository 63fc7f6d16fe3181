using CompetencyPortal.Domain.Competencies;
using CompetencyPortal.Domain.Credentials;
using CompetencyPortal.Domain.Revisions;
using CompetencyPortal.Domain.Revisions.Disagreements;

namespace CompetencyPortal.Domain.Tests.Revisions.Disagreements;

public class PageDisagreementTests
{
    private const string Cba = "cloud-business-applications";
    private const string Crm = "cloud-customer-relationship-management";
    private const string Engagement = "enterprise-customer-engagement";
    private const string Operations = "enterprise-operations";
    private const string Reseller = "cloud-crm-reseller";

    private const string Valid = """
        {
          "kind": "amount", "competency": "c", "versions": ["2017-06-27", "2017-07-07"], "locales": ["fr-FR", "es-ES"],
          "option": "o", "tier": "gold", "market": "developing", "threshold": "net-new",
          "says": 100000.50, "rule": 300000, "judgesDifferently": true
        }
        """;

    [Theory]
    [InlineData("fr-FR", Cba, "2017-06-27", Engagement, Tier.Gold, Market.Developed, "net-new", 100_000, 300_000)]
    [InlineData("fr-FR", Cba, "2017-06-27", Operations, Tier.Gold, Market.Developed, "total", 100_000, 300_000)]
    [InlineData("es-ES", Cba, "2017-07-07", Engagement, Tier.Silver, Market.Developing, "net-new", 100_000, 50_000)]
    [InlineData("es-ES", Cba, "2017-07-07", Engagement, Tier.Gold, Market.Developing, "net-new", 100_000, 150_000)]
    [InlineData("es-ES", Crm, "2017-07-07", Reseller, Tier.Gold, Market.Developing, "net-new", 300_000, 150_000)]
    [InlineData("es-ES", Crm, "2017-11-16", Reseller, Tier.Silver, Market.Developing, "net-new", 100_000, 50_000)]
    [InlineData("es-ES", Crm, "2017-11-16", Reseller, Tier.Gold, Market.Developed, "net-new", 100_000, 300_000)]
    [InlineData("es-ES", Crm, "2017-11-16", Reseller, Tier.Gold, Market.Developing, "net-new", 100_000, 150_000)]
    [InlineData("fr-FR", Crm, "2017-11-16", Reseller, Tier.Silver, Market.Developing, "net-new", 100_000, 50_000)]
    [InlineData("fr-FR", Crm, "2017-11-16", Reseller, Tier.Gold, Market.Developed, "net-new", 100_000, 300_000)]
    [InlineData("fr-FR", Crm, "2017-11-16", Reseller, Tier.Gold, Market.Developing, "net-new", 100_000, 150_000)]
    [InlineData("ru-RU", Crm, "2017-11-16", Reseller, Tier.Silver, Market.Developing, "net-new", 100_000, 50_000)]
    public void BuiltIn_HoldsEveryAmountInWhichAPageOfABuiltInRevisionDiffers(
        string locale, string competency, string version, string option, Tier tier, Market market, string threshold, int says, int rule)
    {
        var page = new RequirementPage(locale, competency, DateOnly.Parse(version, null));

        var entry = Assert.Single(PageDisagreements.BuiltIn, entry =>
            entry.Kind == DisagreementKind.Amount && entry.Page == page && entry.Option == option
            && entry.Tier == tier && entry.Market == market && entry.Threshold == threshold);

        Assert.Equal(new StatedValue.Amount(says), entry.Says);
        Assert.Equal(new StatedValue.Amount(rule), entry.Rule);
        Assert.Equal(page.InEnglish(), entry.RuledBy);
        Assert.True(entry.JudgesDifferently);
    }

    [Fact]
    public void BuiltIn_SpeaksOfTheBuiltInRulebook() => Assert.All(PageDisagreements.BuiltIn, entry =>
    {
        var history = BuiltInRulebook.Rulebook.Competency(entry.Page.Competency)!.History;
        var inForce = history.InForceOn(entry.Page.Version);
        if (entry.Kind == DisagreementKind.Revision)
        {
            Assert.NotEqual(entry.Page.Version, inForce?.EffectiveFrom);
            Assert.Equal(entry.Rule, inForce is null ? null : new StatedValue.Day(inForce.EffectiveFrom));
        }

        if (entry.Option is { } code)
        {
            var option = history.Revisions[^1].Option(code);
            Assert.NotNull(option);
            Assert.True(entry.Threshold is null || option.Thresholds.Any(threshold => threshold.Id == entry.Threshold));
        }

        if (entry.Kind == DisagreementKind.Amount && inForce?.EffectiveFrom == entry.Page.Version)
        {
            var threshold = inForce.Option(entry.Option!)!.Thresholds.Single(threshold => threshold.Id == entry.Threshold);
            Assert.Equal(entry.Rule, new StatedValue.Amount(threshold.AmountsFor(entry.Tier!.Value)!.In(entry.Market!.Value)!.Value));
        }
    });

    [Fact]
    public void BuiltIn_HoldsTheDayOnWhichLaterPagesLetFieldServiceBeSat()
    {
        var entries = PageDisagreements.BuiltIn.Where(entry => entry.Note == DisagreementNote.CanBeSatFrom).ToList();

        Assert.Equal(15, entries.Count);
        Assert.All(entries, entry =>
        {
            Assert.Equal([CredentialCode.Parse("MB2-877")], entry.Credentials);
            Assert.Equal(new StatedValue.Day(new DateOnly(2017, 12, 1)), entry.Says);
            Assert.Equal(new StatedValue.Day(new DateOnly(2018, 1, 1)), entry.Rule);
        });
    }

    [Fact]
    public void Read_WhenAnEntryNamesSeveralPages_GivesOneDisagreementForEach()
    {
        var register = PageDisagreements.Read(Register(Valid));

        Assert.Equal(
            ["fr-FR 2017-06-27", "es-ES 2017-06-27", "fr-FR 2017-07-07", "es-ES 2017-07-07"],
            register.Select(entry => $"{entry.Page.Locale} {entry.Page.Version:yyyy-MM-dd}"));
        Assert.All(register, entry => Assert.Equal(new StatedValue.Amount(100_000.5m), entry.Says));
        Assert.All(register, entry => Assert.Equal("en-US", entry.RuledBy.Locale));
    }

    [Theory]
    [InlineData("""{ "disagreements": [] } {}""")]
    [InlineData("{}")]
    [InlineData("null")]
    [InlineData("")]
    [InlineData("""{ "disagreements": [ null ] }""")]
    [InlineData("""{ "disagreements": [], "more": 1 }""")]
    public void Read_WhenTheTextIsNoRegister_IsRefused(string json) =>
        Assert.Throws<FormatException>(() => PageDisagreements.Read(json));

    [Theory]
    [InlineData("\"amount\"", "\"Amounts\"")]
    [InlineData("\"amount\"", "0")]
    [InlineData("\"tier\": \"gold\", ", "")]
    [InlineData("\"says\": 100000.50", "\"says\": \"100000.50\"")]
    [InlineData("\"says\": 100000.50", "\"says\": 100000.505")]
    [InlineData("\"says\": 100000.50", "\"says\": -1")]
    [InlineData("\"says\": 100000.50", "\"says\": 300000.00")]
    [InlineData("\"says\": 100000.50, ", "")]
    [InlineData("\"2017-06-27\"", "\"27 June 2017\"")]
    [InlineData("\"2017-06-27\"", "\"2017-07-07\"")]
    [InlineData("[\"fr-FR\", \"es-ES\"]", "[]")]
    [InlineData("[\"fr-FR\", \"es-ES\"]", "[null]")]
    [InlineData("\"fr-FR\"", "\"French\"")]
    [InlineData("\"option\": \"o\"", "\"option\": \"o\", \"option\": \"o\"")]
    [InlineData("\"option\": \"o\"", "\"option\": \"o\", \"remark\": \"\"")]
    [InlineData("\"option\": \"o\"", "\"option\": \"o\", \"credentials\": [\"-\"]")]
    [InlineData(", \"judgesDifferently\": true", "")]
    public void Read_WhenAnEntryIsBad_IsRefused(string part, string replacement)
    {
        Assert.Contains(part, Valid, StringComparison.Ordinal);

        Assert.Throws<FormatException>(() => PageDisagreements.Read(Register(Valid.Replace(part, replacement, StringComparison.Ordinal))));
    }

    [Fact]
    public void Read_WhenSeveralEntriesAreBad_NamesEachOfThem()
    {
        var bad = Valid.Replace("\"says\": 100000.50, ", "", StringComparison.Ordinal);

        var error = Assert.Throws<FormatException>(() => PageDisagreements.Read(Register(bad, Valid, bad)));

        Assert.Contains("disagreements[0]: ", error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("disagreements[1]: ", error.Message, StringComparison.Ordinal);
        Assert.Contains("disagreements[2]: ", error.Message, StringComparison.Ordinal);
    }

    private static string Register(params string[] entries) => $$"""{ "disagreements": [ {{string.Join(", ", entries)}} ] }""";
}
