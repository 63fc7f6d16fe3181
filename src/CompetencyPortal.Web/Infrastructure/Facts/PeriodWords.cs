using CompetencyPortal.Web.Resources;
using Microsoft.Extensions.Localization;

namespace CompetencyPortal.Web.Infrastructure.Facts;

/// <summary>Says a period with its first and its last day, both inclusive.</summary>
public sealed class PeriodWords(IStringLocalizer<FactsTexts> texts, Formats formats)
{
    public string this[DateOnly? firstDay, DateOnly? lastDay] => (firstDay, lastDay) switch
    {
        ({ } first, { } last) => texts["Period.Between", formats.ShortDay(first), formats.ShortDay(last)],
        ({ } first, null) => texts["Period.Since", formats.ShortDay(first)],
        (null, { } last) => texts["Period.Until", formats.ShortDay(last)],
        (null, null) => texts["Period.Always"],
    };
}
