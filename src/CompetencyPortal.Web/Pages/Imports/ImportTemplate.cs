using CompetencyPortal.Data.Entities;
using CompetencyPortal.Data.Imports;
using CompetencyPortal.Domain.Evidence;
using CompetencyPortal.Domain.Revisions;
using CompetencyPortal.Web.Infrastructure;
using CompetencyPortal.Web.Infrastructure.Listing;
using CompetencyPortal.Web.Resources;
using Microsoft.Extensions.Localization;

namespace CompetencyPortal.Web.Pages.Imports;

/// <summary>
/// A file to fill in: a header in the reader's language, and a row that shows how it is done. It is made for a spreadsheet of
/// the reader's culture, unlike what the portal exports: where that writes a decimal comma, it separates by semicolons.
/// </summary>
public sealed class ImportTemplate(IStringLocalizer<ImportTexts> texts, ImportWords words, EnumText kinds, AsOf asOf)
{
    public CsvResult Of(ImportKind kind)
    {
        var culture = ImportCulture.ForLanguage(PortalCulture.Current.Name);
        var columns = ImportColumns.Of(kind);
        var example = columns.Select(column => (object?)Example(column, culture)).ToArray();
        return new CsvResult($"{kind}-template".ToLowerInvariant(), [.. columns.Select(column => words[column])], new[] { example }.ToAsyncEnumerable())
        {
            Separator = culture.Format.NumberFormat.NumberDecimalSeparator is "," ? ';' : ',',
        };
    }

    private string Example(ImportColumn column, ImportCulture culture) => column switch
    {
        ImportColumn.Reference => "INV-2026-0001",
        ImportColumn.CustomerCode => "C-0001",
        ImportColumn.Customer => texts["Template.Customer"],
        ImportColumn.Product => BuiltInRulebook.Rulebook.Products.All[0].Name,
        ImportColumn.Date or ImportColumn.PassedOn => Day(asOf.Today, culture),
        ImportColumn.Amount => 1234.5m.ToString("F2", culture.Format),
        ImportColumn.NetNew => words.Flag(true),
        ImportColumn.Association => kinds[AssociationType.DigitalPartnerOfRecord],
        ImportColumn.Name => texts["Template.Person"],
        ImportColumn.Email => "person@example.com",
        ImportColumn.From => Day(new DateOnly(asOf.Today.Year, 1, 1), culture),
        ImportColumn.Until => "",
        ImportColumn.Credential => BuiltInRulebook.Rulebook.Credentials.All[0].Code.Value,
    };

    private static string Day(DateOnly day, ImportCulture culture) => culture.DayOrder is "" ? day.ToString("O", culture.Format) : day.ToString("d", culture.Format);
}
