using System.Globalization;
using CompetencyPortal.Data.Entities;
using CompetencyPortal.Data.Imports;
using CompetencyPortal.Web.Resources;
using Microsoft.Extensions.Localization;

namespace CompetencyPortal.Web.Pages.Imports;

/// <summary>What the parts of an import are called.</summary>
public sealed class ImportWords(IStringLocalizer<ImportTexts> texts)
{
    /// <summary>A day and an amount whose spellings tell the ways of writing them apart.</summary>
    private static readonly DateOnly ExampleDay = new(2026, 12, 31);

    private const decimal ExampleAmount = 1234.5m;

    public string this[ImportKind kind] => kind switch
    {
        ImportKind.Revenue => texts["Kind.Revenue"],
        ImportKind.Customers => texts["Kind.Customers"],
        ImportKind.People => texts["Kind.People"],
    };

    public string this[ImportState state] => state switch
    {
        ImportState.NeedsColumns => texts["State.NeedsColumns"],
        ImportState.Waiting => texts["State.Waiting"],
        ImportState.Checking => texts["State.Checking"],
        ImportState.Checked => texts["State.Checked"],
        ImportState.Unreadable => texts["State.Unreadable"],
        ImportState.Confirmed => texts["State.Confirmed"],
        ImportState.Storing => texts["State.Storing"],
        ImportState.Stored => texts["State.Stored"],
        ImportState.Cancelled => texts["State.Cancelled"],
        ImportState.Failed => texts["State.Failed"],
    };

    public string this[ImportOutcome outcome] => outcome switch
    {
        ImportOutcome.New => texts["Outcome.New"],
        ImportOutcome.Changed => texts["Outcome.Changed"],
        ImportOutcome.Unchanged => texts["Outcome.Unchanged"],
        ImportOutcome.Refused => texts["Outcome.Refused"],
    };

    public string this[ImportDelimiter delimiter] => delimiter switch
    {
        ImportDelimiter.Comma => texts["Delimiter.Comma"],
        ImportDelimiter.Semicolon => texts["Delimiter.Semicolon"],
        ImportDelimiter.Tab => texts["Delimiter.Tab"],
    };

    public string this[ImportColumn column] => column switch
    {
        ImportColumn.Reference => texts["Field.Reference"],
        ImportColumn.CustomerCode => texts["Field.CustomerCode"],
        ImportColumn.Customer => texts["Field.Customer"],
        ImportColumn.Product => texts["Field.Product"],
        ImportColumn.Date => texts["Field.Date"],
        ImportColumn.Amount => texts["Field.Amount"],
        ImportColumn.NetNew => texts["Field.NetNew"],
        ImportColumn.Association => texts["Field.Association"],
        ImportColumn.Name => texts["Field.Name"],
        ImportColumn.Email => texts["Field.Email"],
        ImportColumn.From => texts["Field.From"],
        ImportColumn.Until => texts["Field.Until"],
        ImportColumn.Credential => texts["Field.Credential"],
        ImportColumn.PassedOn => texts["Field.PassedOn"],
    };

    public string Flag(bool value) => value ? texts["Flag.Yes"] : texts["Flag.No"];

    /// <summary>What a file of that kind holds.</summary>
    public string Hint(ImportKind kind) => kind switch
    {
        ImportKind.Revenue => texts["KindHint.Revenue"],
        ImportKind.Customers => texts["KindHint.Customers"],
        ImportKind.People => texts["KindHint.People"],
    };

    /// <summary>A way to write amounts and days, shown by one of each.</summary>
    public string Example(ImportCulture culture) => texts["Columns.CultureExample", ExampleOfAmount(culture), ExampleOfDay(culture), Name(culture)];

    private string Name(ImportCulture culture) => culture == ImportCulture.Invariant ? texts["Columns.Programs"] : culture.Format.DisplayName;

    public string ExampleOfAmount(ImportCulture culture) => ExampleAmount.ToString(culture == ImportCulture.Invariant ? "F2" : "N2", culture.Format);

    public string ExampleOfDay(ImportCulture culture) => culture.DayOrder switch
    {
        "" => ExampleDay.ToString("O", CultureInfo.InvariantCulture),
        _ => ExampleDay.ToString("d", culture.Format),
    };
}
