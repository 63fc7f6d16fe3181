using System.Globalization;
using CompetencyPortal.Data.Imports;
using CompetencyPortal.Domain.Evidence;
using CompetencyPortal.Web.Infrastructure;
using CompetencyPortal.Web.Resources;
using Microsoft.Extensions.Localization;

namespace CompetencyPortal.Web.Pages.Imports;

/// <summary>What is wrong with a file or a row, and what to do about it, in a sentence or two.</summary>
public sealed class ImportErrorText(IStringLocalizer<ImportTexts> texts, ImportWords words, EnumText kinds, Formats formats)
{
    /// <param name="error">What is wrong.</param>
    /// <param name="culture">The way in which the file's amounts and days were read.</param>
    public string Of(ImportError error, string culture)
    {
        var way = ImportCulture.Find(culture) ?? ImportCulture.Invariant;
        return error.Code switch
        {
            ImportErrorCode.FileEmpty => texts["Error.FileEmpty"],
            ImportErrorCode.FileTooLarge => texts["Error.FileTooLarge", Number(error, 0)],
            ImportErrorCode.FileNotUtf8 => texts["Error.FileNotUtf8", Number(error, 0)],
            ImportErrorCode.FileIsUtf16 => texts["Error.FileIsUtf16"],
            ImportErrorCode.FileNotText => texts["Error.FileNotText", Number(error, 0)],
            ImportErrorCode.RecordTooLong => texts["Error.RecordTooLong", Number(error, 0), Number(error, 1)],
            ImportErrorCode.TooManyColumns => texts["Error.TooManyColumns", Number(error, 0)],
            ImportErrorCode.ColumnMissing => texts["Error.ColumnMissing", Column(error)],
            ImportErrorCode.ColumnTwice => texts["Error.ColumnTwice", Column(error)],
            ImportErrorCode.TooManyRows => texts["Error.TooManyRows", Number(error, 0)],
            ImportErrorCode.BadQuotes => texts["Error.BadQuotes"],
            ImportErrorCode.TooManyCells => texts["Error.TooManyCells", Number(error, 0), Number(error, 1)],
            ImportErrorCode.CellTooLong => texts["Error.CellTooLong", Number(error, 0)],
            ImportErrorCode.NotText => texts["Error.NotText"],
            ImportErrorCode.Missing => texts["Error.Missing"],
            ImportErrorCode.NameTooLong => texts["Error.NameTooLong", Number(error, 0)],
            ImportErrorCode.ReferenceInvalid => texts["Error.ReferenceInvalid", Argument(error, 0), Number(error, 1)],
            ImportErrorCode.EmailInvalid => texts["Error.EmailInvalid", Argument(error, 0)],
            ImportErrorCode.DateUnreadable => texts["Error.DateUnreadable", Argument(error, 0), words.ExampleOfDay(way)],
            ImportErrorCode.DateOutOfBounds => texts["Error.DateOutOfBounds", Argument(error, 0), Argument(error, 1), Argument(error, 2)],
            ImportErrorCode.PeriodReversed => texts["Error.PeriodReversed", Day(error, 0), Day(error, 1)],
            ImportErrorCode.AmountUnreadable => texts["Error.AmountUnreadable", Argument(error, 0), words.ExampleOfAmount(way)],
            ImportErrorCode.AmountNotDollars => texts["Error.AmountNotDollars", Argument(error, 0)],
            ImportErrorCode.AmountTooManyDecimals => texts["Error.AmountTooManyDecimals", Argument(error, 0)],
            ImportErrorCode.AmountTooLarge => texts["Error.AmountTooLarge", Argument(error, 0)],
            ImportErrorCode.FlagUnreadable => texts["Error.FlagUnreadable", Argument(error, 0)],
            ImportErrorCode.AssociationUnknown => texts["Error.AssociationUnknown", Argument(error, 0), formats.List(Enum.GetValues<AssociationType>().Select(kind => kinds[kind]))],
            ImportErrorCode.ProductUnknown => texts["Error.ProductUnknown", Argument(error, 0)],
            ImportErrorCode.CredentialUnknown => texts["Error.CredentialUnknown", Argument(error, 0)],
            ImportErrorCode.CannotBeSat => texts["Error.CannotBeSat", Argument(error, 0), Day(error, 1), Sat(error)],
            ImportErrorCode.CustomerUnknown => texts["Error.CustomerUnknown", Argument(error, 0)],
            ImportErrorCode.CustomerAmbiguous => texts["Error.CustomerAmbiguous", Argument(error, 0), Number(error, 1)],
            ImportErrorCode.PersonUnknown => texts["Error.PersonUnknown", Argument(error, 0)],
            ImportErrorCode.PersonAmbiguous => texts["Error.PersonAmbiguous", Argument(error, 0), Number(error, 1)],
            ImportErrorCode.Contradiction => texts["Error.Contradiction", Number(error, 0)],
        };
    }

    /// <summary>The same with the column that it is about before it.</summary>
    public string WithColumn(ImportError error, string culture) =>
        error.Column is { } column ? texts["Row.About", words[column], Of(error, culture)] : Of(error, culture);

    private string Column(ImportError error) => error.Column is { } column ? words[column] : "";

    private static string Argument(ImportError error, int index) => index < error.Arguments.Length ? error.Arguments[index] : "";

    private string Number(ImportError error, int index) =>
        int.TryParse(Argument(error, index), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? formats.Number(number) : Argument(error, index);

    private string Day(ImportError error, int index) => DayOf(error, index) is { } day ? formats.ShortDay(day) : Argument(error, index);

    private static DateOnly? DayOf(ImportError error, int index) =>
        DateOnly.TryParseExact(Argument(error, index), "O", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    /// <summary>The days on which a credential can be sat.</summary>
    private string Sat(ImportError error) => (DayOf(error, 2), DayOf(error, 3)) switch
    {
        ({ } first, { } last) => texts["Sat.Between", formats.ShortDay(first), formats.ShortDay(last)],
        ({ } first, null) => texts["Sat.From", formats.ShortDay(first)],
        (null, { } last) => texts["Sat.Until", formats.ShortDay(last)],
        (null, null) => "",
    };
}
