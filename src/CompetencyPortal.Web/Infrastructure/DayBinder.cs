using System.Globalization;
using CompetencyPortal.Web.Resources;
using Microsoft.Extensions.Localization;

namespace CompetencyPortal.Web.Infrastructure;

/// <summary>
/// Reads a day as browsers send it and as it stands in addresses, <c>yyyy-MM-dd</c>, in every language alike. Anything else
/// (3/4/2026 has two meanings) is refused.
/// </summary>
internal sealed class DayBinder(IStringLocalizer<SharedTexts> texts, bool isRequired) : FieldBinder<DateOnly>(isRequired)
{
    protected override string Missing => texts["Day.Missing"];

    protected override DateOnly? Read(string text, CultureInfo culture) =>
        DateOnly.TryParseExact(text.Trim(), "O", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    protected override string Unreadable(CultureInfo culture) => texts["Day.Unreadable"];
}
