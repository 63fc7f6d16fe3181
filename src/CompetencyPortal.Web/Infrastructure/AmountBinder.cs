using System.Globalization;
using CompetencyPortal.Data.Values;
using CompetencyPortal.Web.Resources;
using Microsoft.Extensions.Localization;

namespace CompetencyPortal.Web.Infrastructure;

/// <summary>Reads an amount as people of the request's culture write it (<see cref="WrittenAmount"/>).</summary>
internal sealed class AmountBinder(IStringLocalizer<SharedTexts> texts, bool isRequired) : FieldBinder<decimal>(isRequired)
{
    protected override string Missing => texts["Amount.Missing"];

    protected override decimal? Read(string text, CultureInfo culture) => WrittenAmount.TryRead(text, culture, out var amount) ? amount : null;

    protected override string Unreadable(CultureInfo culture) => texts["Amount.Unreadable", 1234.50m.ToString("N2", culture)];
}
