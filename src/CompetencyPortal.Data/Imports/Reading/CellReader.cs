using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

using CompetencyPortal.Data.Imports.Columns;
using CompetencyPortal.Data.Values;
using CompetencyPortal.Domain.Evidence;

namespace CompetencyPortal.Data.Imports.Reading;

/// <summary>What a cell says, read in the way that was chosen for its file.</summary>
internal sealed partial class CellReader(ImportCulture culture)
{
    private static readonly HashSet<string> Yes = Keys(
        "true", "yes", "y", "1", "x", "new", "net new", "vrai", "oui", "o", "verdadero", "sí", "s", "истина", "да", "д", "是", "真", "wahr", "ja", "j");

    private static readonly HashSet<string> No = Keys(
        "false", "no", "n", "0", "existing", "faux", "non", "falso", "ложь", "нет", "н", "否", "假", "falsch", "nein");

    private static readonly Dictionary<string, AssociationType> Associations = new[]
    {
        ("Digital Partner of Record", AssociationType.DigitalPartnerOfRecord), ("Digital Partner of Record (DPOR)", AssociationType.DigitalPartnerOfRecord),
        ("DPOR", AssociationType.DigitalPartnerOfRecord),
        ("Delegated Administrator", AssociationType.DelegatedAdministrator), ("Delegated Admin", AssociationType.DelegatedAdministrator),
        ("Transacting Partner", AssociationType.TransactingPartner),
        ("FastTrack Partner", AssociationType.FastTrackPartner), ("FastTrack", AssociationType.FastTrackPartner),
    }.ToDictionary(one => Spelling.Of(one.Item1), one => one.Item2, StringComparer.Ordinal);

    private readonly CultureInfo _format = culture.Format;

    /// <summary>The day that a cell names: ISO, with a time or without (a time with a zone is one of UTC's days), or in the chosen order with its year in full.</summary>
    public bool TryDay(string text, out DateOnly day)
    {
        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out day))
        {
            return true;
        }

        var plain = text.Normalize(NormalizationForm.FormKC);
        if (IsoTime().IsMatch(plain))
        {
            var read = DateTime.TryParse(plain, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var moment);
            day = DateOnly.FromDateTime(moment);
            return read;
        }

        var match = WrittenDay().Match(plain);
        if (!match.Success || culture.DayOrder.Length == 0)
        {
            return false;
        }

        return DateOnly.TryParseExact(
            $"{Part('y'):0000}-{Part('m'):00}-{Part('d'):00}", "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out day)
            && match.Groups[1 + culture.DayOrder.IndexOf('y', StringComparison.Ordinal)].Length == 4;

        int Part(char part) => int.Parse(match.Groups[1 + culture.DayOrder.IndexOf(part, StringComparison.Ordinal)].ValueSpan, CultureInfo.InvariantCulture);
    }

    /// <summary>The amount that a cell states; in parentheses, as accounts write it, it is one less than nothing.</summary>
    public bool TryAmount(string text, out decimal amount)
    {
        if (text is ['(' or '（', .. var inner, ')' or '）'])
        {
            var read = WrittenAmount.TryRead(inner, _format, out amount) && amount >= 0;
            amount = -amount;
            return read;
        }

        return WrittenAmount.TryRead(text, _format, out amount);
    }

    /// <summary>Whether a cell names a currency that is not the US dollar.</summary>
    public static bool IsOtherCurrency(string text) =>
        text.EnumerateRunes().Any(rune => Rune.GetUnicodeCategory(rune) == UnicodeCategory.CurrencySymbol && rune.Value is not ('$' or '＄'))
        || CurrencyCode().Match(text) is { Success: true, Value: not "USD" };

    public static bool TryFlag(string text, out bool flag)
    {
        var key = Spelling.Of(text);
        flag = Yes.Contains(key);
        return flag || No.Contains(key);
    }

    public static bool TryAssociation(string text, out AssociationType type) => Associations.TryGetValue(Spelling.Of(text), out type);

    private static HashSet<string> Keys(params string[] words) => words.Select(Spelling.Of).ToHashSet(StringComparer.Ordinal);

    [GeneratedRegex(@"^[0-9]{4}-[0-9]{2}-[0-9]{2}[T ][0-9]{1,2}:[0-9]{2}(:[0-9]{2}(\.[0-9]{1,7})?)?( ?(Z|[+-][0-9]{2}:?[0-9]{2}))?$", RegexOptions.CultureInvariant)]
    private static partial Regex IsoTime();

    [GeneratedRegex(@"^([0-9]{1,4})(?:[/.-] ?|年)([0-9]{1,2})(?:[/.-] ?|月)([0-9]{1,4})日?(?: +[0-9]{1,2}:[0-9]{2}(?::[0-9]{2})?(?: ?[AaPp]\.?[Mm]\.?)?)?$", RegexOptions.CultureInvariant)]
    private static partial Regex WrittenDay();

    [GeneratedRegex(@"(?<![A-Za-z])[A-Z]{3}(?![A-Za-z])", RegexOptions.CultureInvariant)]
    private static partial Regex CurrencyCode();
}
