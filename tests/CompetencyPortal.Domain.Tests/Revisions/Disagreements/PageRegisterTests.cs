using System.Collections.Immutable;

using CompetencyPortal.Domain.Competencies;
using CompetencyPortal.Domain.Credentials;
using CompetencyPortal.Domain.Revisions;
using CompetencyPortal.Domain.Revisions.Disagreements;

namespace CompetencyPortal.Domain.Tests.Revisions.Disagreements;

/// <summary>
/// Every figure of every page of the two competencies either is the rule or stands in the register, and the register's
/// figures stand on their pages. The rule is the built-in revision of the page's version; where none is built in, the
/// English text of the version. Titles, products, associations and wording were compared by reading (docs/rulebook.md).
/// </summary>
public class PageRegisterTests
{
    private static readonly string[] Locales = [RequirementPage.SourceLocale, "es-ES", "fr-FR", "ru-RU", "zh-TW"];

    private static readonly ImmutableArray<RequirementPage> Pages =
    [
        .. PagesOf("cloud-business-applications", new(2017, 6, 27), new(2017, 7, 7), new(2017, 10, 13), new(2017, 11, 16), new(2018, 1, 25)),
        .. PagesOf("cloud-customer-relationship-management", new(2017, 6, 27), new(2017, 7, 7), new(2017, 11, 16)),
    ];

    private readonly string _folder = PageText.Folder();

    [Fact]
    public void Pages_AreAllFound_AndStateFigures()
    {
        var found =
            from competency in Pages.Select(page => page.Competency).Distinct()
            from locale in Locales
            from file in Directory.EnumerateFiles(Path.Combine(_folder, locale, competency), "????-??-??.md")
            select new RequirementPage(locale, competency, DateOnly.ParseExact(Path.GetFileNameWithoutExtension(file), "yyyy-MM-dd"));
        var figures = Pages.Select(Read).ToList();

        Assert.Equal(Pages.ToHashSet(), found.ToHashSet());
        Assert.Equal(320, figures.Sum(page => page.Amounts.Count));
        Assert.All(figures, page => Assert.NotEmpty(page.Lists));
        Assert.All(figures, page => Assert.NotEmpty(page.Headings));
        Assert.Contains(figures, page => page.Dates.Count > 0);
    }

    [Fact]
    public void EveryAmount_IsTheRule_OrStandsInTheRegister()
    {
        var unexplained =
            from page in Pages
            from pair in Paired(Read(page).Amounts, RuleFigures.AmountsFor(page), amount => (amount.Option, amount.Tier, amount.Market, amount.Place))
            where pair.Page is null || pair.Rule is null
                || (pair.Page != pair.Rule && !Register(page, DisagreementKind.Amount).Any(entry => IsAbout(entry, pair.Page) && IsOf(entry, pair.Page, pair.Rule)))
            select $"{page}: {pair.Page} against {pair.Rule}";

        Assert.Empty(unexplained);
    }

    [Fact]
    public void EveryAmountOfTheRegister_StandsOnItsPage()
    {
        var entries = PageDisagreements.BuiltIn.Where(entry => entry.Kind == DisagreementKind.Amount).ToList();

        Assert.NotEmpty(entries);
        Assert.All(entries, entry => Assert.Contains(
            Paired(Read(entry.Page).Amounts, RuleFigures.AmountsFor(entry.Page), amount => (amount.Option, amount.Tier, amount.Market, amount.Place)),
            pair => IsAbout(entry, pair.Page!) && IsOf(entry, pair.Page!, pair.Rule!)));
    }

    [Fact]
    public void EveryListOfCredentials_AndItsPeople_AreTheRule_OrStandInTheRegister()
    {
        var unexplained =
            from page in Pages
            from pair in Paired(Read(page).Lists, RuleFigures.ListsFor(page), list => (list.Option, list.Tier, list.Place))
            where pair.Page is null || pair.Rule is null
                || (pair.Page.People ?? pair.Rule.People) != pair.Rule.People
                || !Sorted(Corrected(page, pair.Page)).SequenceEqual(Sorted(pair.Rule.Codes))
            select $"{page}: {pair.Page} {string.Join(' ', pair.Page?.Codes ?? [])} against {pair.Rule} {string.Join(' ', pair.Rule?.Codes ?? [])}";

        Assert.Empty(unexplained);
    }

    [Fact]
    public void EveryDateOfACredentialOfTheRulebook_IsTheRule_OrStandsInTheRegister()
    {
        var unexplained =
            from page in Pages
            from date in Read(page).Dates
            let credential = BuiltInRulebook.Rulebook.Credentials.Find(date.Code)
            where credential is not null && RuleFor(credential, date.Which) != date.Day
                && !Register(page, DisagreementKind.Date).Any(entry => IsOf(entry, date, RuleFor(credential, date.Which)))
            select $"{page}: {date}";

        Assert.Empty(unexplained);
    }

    [Fact]
    public void EveryDateOfTheRegister_StandsOnItsPage()
    {
        var entries = PageDisagreements.BuiltIn.Where(entry => entry.Kind == DisagreementKind.Date).ToList();

        Assert.NotEmpty(entries);
        Assert.All(entries, entry => Assert.All(entry.Credentials, code =>
        {
            var rule = RuleFor(BuiltInRulebook.Rulebook.Credentials.Find(code)!, entry.Note!.Value);
            Assert.Contains(Read(entry.Page).Dates, date => date.Code == code && IsOf(entry, date, rule));
        }));
    }

    [Fact]
    public void EveryDateOfTheRulebook_StandsOnThePagesOfTheRevisionThatNamesIt()
    {
        var pages = Pages.Where(page => page.Competency == "cloud-customer-relationship-management" && RuleFigures.RevisionOf(page) is { EffectiveFrom: var from } && from == new DateOnly(2017, 11, 16)).ToList();
        var dates =
            from credential in BuiltInRulebook.Rulebook.Credentials.All
            from which in new[] { DisagreementNote.CanBeSatFrom, DisagreementNote.LastSat, DisagreementNote.CountsUntil }
            let day = RuleFor(credential, which)
            where day is not null
            select (credential.Code, which, day.Value);

        Assert.Equal(Locales.Length, pages.Count);
        Assert.All(pages, page => Assert.All(Enum.GetValues<Tier>(), tier => Assert.Equal(
            dates.OrderBy(date => date.Code.Value).ThenBy(date => date.which),
            Read(page).Dates.Where(date => date.Tier == tier).Select(date => (date.Code, date.Which, date.Day)).OrderBy(date => date.Code.Value).ThenBy(date => date.Which))));
    }

    [Fact]
    public void EveryMarketHeading_SpeaksOfAMarket_OrStandsInTheRegister()
    {
        var odd = (
            from page in Pages
            from heading in Read(page).Headings
            where !heading.SaysMarket
            select (page, (Tier?)heading.Tier, (Market?)heading.Market)).ToList();
        var registered = PageDisagreements.BuiltIn.Where(entry => entry.Note == DisagreementNote.MarketingForMarket).Select(entry => (entry.Page, entry.Tier, entry.Market));

        Assert.NotEmpty(odd);
        Assert.Equal(registered.ToHashSet(), odd.ToHashSet());
    }

    [Fact]
    public void EveryVersionThatIsNotBuiltIn_StandsInTheRegister()
    {
        var versions = Pages.Where(page => page.Locale == RequirementPage.SourceLocale && RuleFigures.RevisionOf(page) is null);
        var registered = PageDisagreements.BuiltIn.Where(entry => entry.Kind == DisagreementKind.Revision);

        Assert.Equal(versions.ToHashSet(), registered.Select(entry => entry.Page).ToHashSet());
    }

    [Fact]
    public void EveryBilingualPage_StatesInEachLanguageWhatThePageOfThatLanguageStates()
    {
        var bilingual = Pages.Select(page => (Page: page, Texts: PageText.Both(page))).Where(page => page.Texts is not null).ToList();

        Assert.Equal(30, bilingual.Count);
        Assert.All(bilingual, both =>
        {
            AssertSame(Read(both.Page), PageFigures.Of(both.Texts!.Value.Translation));
            AssertSame(Read(both.Page.InEnglish()), PageFigures.Of(both.Texts!.Value.English));
        });
    }

    private static IEnumerable<RequirementPage> PagesOf(string competency, params DateOnly[] versions) =>
        from version in versions
        from locale in Locales
        select new RequirementPage(locale, competency, version);

    private static PageFigures Read(RequirementPage page) => PageFigures.Of(PageText.Of(page));

    private static IEnumerable<PageDisagreement> Register(RequirementPage page, DisagreementKind kind) =>
        PageDisagreements.BuiltIn.Where(entry => entry.Page == page && entry.Kind == kind);

    private static IEnumerable<(T? Page, T? Rule)> Paired<T, TKey>(IEnumerable<T> page, IEnumerable<T> rule, Func<T, TKey> key)
        where T : class
        where TKey : notnull
    {
        var stated = page.ToDictionary(key);
        var ruled = rule.ToDictionary(key);
        return stated.Keys.Union(ruled.Keys).Select(place => (stated.GetValueOrDefault(place), ruled.GetValueOrDefault(place)));
    }

    private static bool IsAbout(PageDisagreement entry, AmountFigure amount)
    {
        var option = BuiltInRulebook.Rulebook.Competency(entry.Page.Competency)!.History.Revisions[^1].Options[amount.Option];
        return (entry.Option, entry.Tier, entry.Market, entry.Threshold) == (option.Code, amount.Tier, amount.Market, option.Thresholds[amount.Place].Id);
    }

    private static bool IsOf(PageDisagreement entry, AmountFigure page, AmountFigure rule) =>
        entry.Says == new StatedValue.Amount(page.Dollars) && entry.Rule == new StatedValue.Amount(rule.Dollars);

    private static bool IsOf(PageDisagreement entry, DateFigure date, DateOnly? rule) =>
        entry.Note == date.Which && (entry.Tier ?? date.Tier) == date.Tier && entry.Credentials.Contains(date.Code)
        && entry.Says == new StatedValue.Day(date.Day) && entry.Rule == (rule is { } day ? new StatedValue.Day(day) : null);

    private static DateOnly? RuleFor(Credential credential, DisagreementNote which) => which switch
    {
        DisagreementNote.CanBeSatFrom => credential.FirstSat,
        DisagreementNote.LastSat => credential.LastSat,
        DisagreementNote.CountsUntil => credential.CountsUntil,
        _ => throw new ArgumentOutOfRangeException(nameof(which), which, "This note tells of no date."),
    };

    /// <summary>The page's list with what the register says of it put right: the second of two equal codes, where one of them stands for another.</summary>
    private static ImmutableArray<CredentialCode> Corrected(RequirementPage page, ListFigure list)
    {
        var codes = list.Codes;
        foreach (var entry in Register(page, DisagreementKind.Credential).Where(entry => entry.Tier == list.Tier))
        {
            var (says, rule) = (((StatedValue.Credential)entry.Says!).Code, ((StatedValue.Credential)entry.Rule!).Code);
            codes = codes.Contains(says) ? codes.SetItem(codes.LastIndexOf(says), rule) : codes;
        }

        return codes;
    }

    private static IEnumerable<string> Sorted(ImmutableArray<CredentialCode> codes) => codes.Select(code => code.Value).Order(StringComparer.Ordinal);

    private static void AssertSame(PageFigures expected, PageFigures actual)
    {
        Assert.Equal(expected.Amounts, actual.Amounts);
        Assert.Equal(expected.Lists.Select(list => (list with { Codes = [] }, string.Join(' ', list.Codes))), actual.Lists.Select(list => (list with { Codes = [] }, string.Join(' ', list.Codes))));
        Assert.Equal(expected.Dates, actual.Dates);
        Assert.Equal(expected.Headings, actual.Headings);
    }
}
