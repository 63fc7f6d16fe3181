using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

using CompetencyPortal.Domain.Competencies;
using CompetencyPortal.Domain.Documents;
using CompetencyPortal.Domain.Requirements;
using CompetencyPortal.Domain.Revisions;
using CompetencyPortal.Domain.Revisions.Disagreements;
using CompetencyPortal.Testing;

namespace CompetencyPortal.Domain.Tests.Revisions;

/// <summary>What docs/rulebook.md says is what the built-in rulebook and the register hold.</summary>
public sealed partial class RulebookDocsTests
{
    private static readonly string Text = File.ReadAllText(Checkout.Doc("rulebook.md"));

    [Fact]
    public void TableOfAmounts_IsThatOfTheBuiltInRulebook()
    {
        var expected =
            from competency in BuiltInRulebook.Rulebook.Competencies
            from revision in competency.History.Revisions
            from option in revision.Options
            from threshold in option.Thresholds
            select $"| {competency.Code} | {revision.EffectiveFrom:yyyy-MM-dd} | {option.Code} | {threshold.Id} | {Pair(threshold.Silver)} | {Pair(threshold.Gold)} |";

        Assert.Equal(expected, RowsAfter("| competency | revision |"));
    }

    [Fact]
    public void TableOfDisagreements_HoldsTheAmountsOfBuiltInVersions()
    {
        var expected =
            from entry in PageDisagreements.BuiltIn
            where entry.Kind == DisagreementKind.Amount
                && BuiltInRulebook.Rulebook.Competency(entry.Page.Competency)!.History.InForceOn(entry.Page.Version)?.EffectiveFrom == entry.Page.Version
            select $"| {entry.Page.Locale} | {entry.Page.Competency} | {entry.Page.Version:yyyy-MM-dd} | {entry.Option} | {entry.Tier} | {entry.Market} "
                + $"| {entry.Threshold} | {Dollars(((StatedValue.Amount)entry.Says!).Dollars)} | {Dollars(((StatedValue.Amount)entry.Rule!).Dollars)} |";

        Assert.Equal(expected, RowsAfter("| page | competency |"));
    }

    [Fact]
    public void Example_IsARulebookDocument()
    {
        var errors = new DocumentErrors();

        var rulebook = RulebookDocument.Read(Encoding.UTF8.GetBytes(Example().Match(Text).Groups[1].Value), BuiltInRulebook.Rulebook, errors);

        Assert.Empty(errors.All);
        Assert.Equal("only", Assert.Single(Assert.Single(Assert.Single(rulebook!.Competencies).History.Revisions).Options).Code);
    }

    private static IEnumerable<string> RowsAfter(string heading) => Text.Split('\n')
        .SkipWhile(line => !line.StartsWith(heading, StringComparison.Ordinal))
        .TakeWhile(line => line.StartsWith('|'))
        .Skip(2);

    private static string Pair(MarketAmounts? amounts) => $"{Dollars(amounts?.In(Market.Developed))} | {Dollars(amounts?.In(Market.Developing))}";

    private static string Dollars(decimal? amount) => amount?.ToString("#,0.##", CultureInfo.InvariantCulture) ?? "–";

    [GeneratedRegex("```json\n(.*?)\n```", RegexOptions.Singleline)]
    private static partial Regex Example();
}
