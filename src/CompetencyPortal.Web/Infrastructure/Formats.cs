using System.Collections.Frozen;
using System.Globalization;
using Microsoft.Extensions.Localization;

namespace CompetencyPortal.Web.Infrastructure;

/// <summary>Amounts, days and counts as the reader of the current request writes them.</summary>
public sealed class Formats
{
    /// <summary>Screen readers say this sign, and pass over a hyphen.</summary>
    private const string Minus = "\u2212";

    /// <summary>Made once: asking the operating system for a culture's conventions takes longer than writing a page of numbers.</summary>
    private static readonly FrozenDictionary<string, CultureInfo> OfCultures = PortalCulture.All.ToFrozenDictionary(culture => culture.Name, FormatsOf);

    private readonly PortalCulture _culture = PortalCulture.Current;
    private readonly CultureInfo _formats = OfCultures[PortalCulture.Current.Name];

    /// <summary>A US dollar amount for a sentence: cents appear only when there are any, and nothing is rounded away.</summary>
    public string Money(decimal amount) => Unbroken(amount.ToString(amount == decimal.Truncate(amount) ? "C0" : "C2", _formats));

    /// <summary>An amount for a column whose heading says US$: always two decimals, so that they align.</summary>
    public string Amount(decimal amount) => amount.ToString("N2", _formats);

    public string Number(int number) => number.ToString("N0", _formats);

    /// <summary>A share of 1 as a whole percentage.</summary>
    public string Percent(decimal share) => Unbroken(share.ToString("P0", _formats));

    /// <summary>A day in full, for a sentence.</summary>
    public string Day(DateOnly day)
    {
        var text = day.ToString(_culture.DayPattern, _formats);
        return _culture.Name is "fr" && day.Day is 1 ? string.Concat("1er", text.AsSpan(1)) : text;
    }

    /// <summary>A day for a table.</summary>
    public string ShortDay(DateOnly day) => day.ToString(_culture.ShortDayPattern, _formats);

    /// <summary>A moment to the minute; its day is a UTC day, like all of the portal's.</summary>
    public string Moment(DateTimeOffset moment)
    {
        var utc = moment.UtcDateTime;
        return $"{ShortDay(DateOnly.FromDateTime(utc))}{(_culture.Name is "zh-Hant" ? " " : ", ")}{Unbroken(utc.ToString("HH':'mm 'UTC'", CultureInfo.InvariantCulture))}";
    }

    public string List(IEnumerable<string> members) => string.Join(_culture.Comma, members);

    /// <summary>A list whose members have commas themselves.</summary>
    public string Clauses(IEnumerable<string> members) => string.Join(_culture.Semicolon, members);

    /// <summary>The text of <paramref name="key"/> in the plural form for <paramref name="count"/>; <c>{0}</c> is the count, further arguments follow.</summary>
    public string Count(IStringLocalizer texts, string key, int count, params object[] arguments) =>
        texts[$"{key}.{Plural.Of(_culture.Name, count)}", [Number(count), .. arguments]];

    private static CultureInfo FormatsOf(PortalCulture culture)
    {
        var formats = (CultureInfo)CultureInfo.GetCultureInfo(culture.Name).Clone();
        var numbers = formats.NumberFormat;
        numbers.CurrencySymbol = "US$";
        numbers.NegativeSign = Minus;
        // "−US$5" rather than the accountants' "(US$5)" of some cultures.
        numbers.CurrencyNegativePattern = numbers.CurrencyPositivePattern is 0 ? 1 : 8;
        return CultureInfo.ReadOnly(formats);
    }

    /// <summary>A number and its sign stay on one line.</summary>
    private static string Unbroken(string number) => number.Replace(' ', '\u00a0');
}
