using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;

using CompetencyPortal.Domain.Competencies;
using CompetencyPortal.Domain.Credentials;
using CompetencyPortal.Domain.Revisions.Disagreements;

namespace CompetencyPortal.Domain.Tests.Revisions.Disagreements;

/// <summary>An amount, by its place among those of its market.</summary>
internal sealed record AmountFigure(int Option, Tier Tier, Market Market, int Place, decimal Dollars);

/// <summary>A list of credentials by its place in its tier, and how many people it speaks of; place 0 is the number of all people.</summary>
internal sealed record ListFigure(int Option, Tier Tier, int Place, int? People, ImmutableArray<CredentialCode> Codes);

/// <summary>A date of a credential.</summary>
internal sealed record DateFigure(int Option, Tier Tier, CredentialCode Code, DisagreementNote Which, DateOnly Day);

/// <summary>A heading that names a market, and whether it has the word “market” in it.</summary>
internal sealed record MarketHeading(int Option, Tier Tier, Market Market, bool SaysMarket);

/// <summary>
/// What a requirement page states in figures, whatever its language: read by the page's structure (headings of options
/// and tiers in their order, step 1 the revenue, step 2 the people), by numbers, codes and dates, and by the words for markets.
/// </summary>
internal sealed partial class PageFigures
{
    private const int RevenueStep = 1;
    private const int PeopleStep = 2;

    // A month is known by the beginning of its name: English, French, Spanish, Russian.
    private static readonly string[] Months =
    [
        "january|janvier|enero|январ", "february|février|febrero|феврал", "march|mars|marzo|март", "april|avril|abril|апрел",
        "may|mai|mayo|ма[йея]", "june|juin|junio|июн", "july|juillet|julio|июл", "august|août|agosto|август",
        "september|septembre|septiembre|сентябр", "october|octobre|octubre|октябр", "november|novembre|noviembre|ноябр",
        "december|décembre|diciembre|декабр",
    ];

    private static readonly Regex DateInWords = new(
        $@"(?:(?<day>\d{{1,2}})\s*(?:de\s+)?)?(?<month>{string.Join('|', Months)})\p{{L}}*\s*(?:de\s+)?(?:(?<day>\d{{1,2}}),\s*)?(?<year>20\d\d)",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);

    private readonly List<CredentialCode> _starred = [];
    private int _option = -1;
    private int _tierHeadings;
    private int _step;
    private Market? _market;
    private int _place;

    private PageFigures(string text)
    {
        foreach (var line in text.Split('\n').Select(line => line.Trim()))
        {
            Read(line);
        }
    }

    public List<AmountFigure> Amounts { get; } = [];

    public List<ListFigure> Lists { get; } = [];

    public List<DateFigure> Dates { get; } = [];

    public List<MarketHeading> Headings { get; } = [];

    private Tier Tier => (Tier)(_tierHeadings - 1);

    public static PageFigures Of(string text) => new(text);

    private void Read(string line)
    {
        if (line.StartsWith("###", StringComparison.Ordinal))
        {
            _tierHeadings++;
            (_step, _market) = (0, null);
            _starred.Clear();
        }
        else if (line.StartsWith("##", StringComparison.Ordinal))
        {
            _option++;
            (_tierHeadings, _step) = (0, 0);
        }
        else if (Footnote().IsMatch(line))
        {
            ReadFootnote(line);
        }
        else
        {
            if (Step().Match(line) is { Success: true } step)
            {
                (_step, _place) = (int.Parse(step.Groups[1].Value, CultureInfo.InvariantCulture), 0);
            }

            if (_step == RevenueStep)
            {
                ReadRevenue(line);
            }
            else if (_step == PeopleStep)
            {
                ReadPeople(line);
            }
        }
    }

    private void ReadRevenue(string line)
    {
        if (BoldLine().Match(line) is { Success: true } heading)
        {
            var developing = DevelopingWord().IsMatch(heading.Value);
            Assert.True(developing != DevelopedWord().IsMatch(heading.Value), $"“{heading.Value}” names no market, or two.");
            _market = developing ? Market.Developing : Market.Developed;
            _place = 0;
            Headings.Add(new MarketHeading(_option, Tier, _market.Value, MarketWord().IsMatch(heading.Value)));
        }

        foreach (var amount in Amount().Matches(line).Where(match => match.Groups["before"].Success || match.Groups["after"].Success))
        {
            Assert.NotNull(_market);
            var dollars = decimal.Parse(NotADigit().Replace(amount.Groups["number"].Value, ""), CultureInfo.InvariantCulture);
            Amounts.Add(new AmountFigure(_option, Tier, _market.Value, _place++, dollars));
        }
    }

    private void ReadPeople(string line)
    {
        if (Code().Match(line) is { Success: true } found)
        {
            var code = CredentialCode.Parse(found.Value);
            Lists[^1] = Lists[^1] with { Codes = Lists[^1].Codes.Add(code) };
            if (DatesIn(line) is [var day, ..])
            {
                Dates.Add(new DateFigure(_option, Tier, code, DisagreementNote.CanBeSatFrom, day));
            }
            else if (line.EndsWith('*'))
            {
                _starred.Add(code);
            }
        }
        else if (Item().IsMatch(line))
        {
            var people = BoldNumber().Match(line) is { Success: true } number ? int.Parse(number.Groups[1].Value, CultureInfo.InvariantCulture) : (int?)null;
            Lists.Add(new ListFigure(_option, Tier, _place++, people, []));
        }
    }

    private void ReadFootnote(string line)
    {
        DisagreementNote[] meaning = DatesIn(line) switch
        {
            [_, _] => [DisagreementNote.LastSat, DisagreementNote.CountsUntil],
            [_] => [DisagreementNote.CanBeSatFrom],
            _ => throw new FormatException($"“{line}” is a footnote without a date."),
        };
        Dates.AddRange(_starred.SelectMany(code => meaning.Zip(DatesIn(line), (which, day) => new DateFigure(_option, Tier, code, which, day))));
    }

    private static List<DateOnly> DatesIn(string line) =>
    [
        .. DateInWords.Matches(line).Concat(DateInFigures().Matches(line)).OrderBy(match => match.Index).Select(match =>
            new DateOnly(Number(match, "year"), MonthOf(match.Groups["month"].Value), match.Groups["day"].Success ? Number(match, "day") : 1)),
    ];

    private static int MonthOf(string text) => int.TryParse(text, CultureInfo.InvariantCulture, out var number)
        ? number
        : 1 + Array.FindIndex(Months, month => Regex.IsMatch(text, $"^(?:{month})$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant));

    private static int Number(Match match, string group) => int.Parse(match.Groups[group].Value, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^(\d)\.")]
    private static partial Regex Step();

    [GeneratedRegex(@"^(?:- |\d\.)")]
    private static partial Regex Item();

    [GeneratedRegex(@"^\\?\s?\*[^*]")]
    private static partial Regex Footnote();

    [GeneratedRegex(@"^(?:- )?\*\*.+\*\*$")]
    private static partial Regex BoldLine();

    [GeneratedRegex(@"\*\*(\d+)\*\*")]
    private static partial Regex BoldNumber();

    [GeneratedRegex(@"(?<![\d.,])(?<before>US\$|\$)?(?<number>\d{1,3}(?:[.,\s]\d{3})+|\d{4,})(?:\s?(?<after>\$US|USD|долларов США|美元))?")]
    private static partial Regex Amount();

    [GeneratedRegex(@"\D")]
    private static partial Regex NotADigit();

    [GeneratedRegex(@"MB\d[- ]?\d{3}|(?<![\w-])70[- ]\d{3}")]
    private static partial Regex Code();

    [GeneratedRegex(@"(?<year>20\d\d) 年 (?<month>\d{1,2}) 月(?: (?<day>\d{1,2}) 日)?")]
    private static partial Regex DateInFigures();

    [GeneratedRegex("Developed|développés|desarrollados|Развитые|已開發|開發的")]
    private static partial Regex DevelopedWord();

    [GeneratedRegex("Developing|développement|desarrollo|Развивающиеся|開發中")]
    private static partial Regex DevelopingWord();

    [GeneratedRegex("Markets|Marchés|Mercados|рынки|市場")]
    private static partial Regex MarketWord();
}
