using System.Globalization;
using CompetencyPortal.Data.Entities;
using CompetencyPortal.Data.Imports;
using CompetencyPortal.Domain.Competencies;
using CompetencyPortal.Domain.Evidence;
using CompetencyPortal.Web.Infrastructure;
using CompetencyPortal.Web.Resources;
using Microsoft.Extensions.Localization;

namespace CompetencyPortal.Web.Pages.Imports;

/// <summary>What a checked row says, as the reader writes it.</summary>
public sealed class ImportRowText(IStringLocalizer<ImportTexts> texts, ImportWords words, EnumText kinds, Formats formats)
{
    /// <summary>The cell of a column; empty where the row says nothing.</summary>
    public string Cell(ImportRow row, ImportKind kind, ImportColumn column, ProductCatalog products) => column switch
    {
        ImportColumn.Reference => row.Reference?.Value ?? "",
        ImportColumn.CustomerCode => kind is ImportKind.Customers ? row.Reference?.Value ?? "" : "",
        ImportColumn.Customer or ImportColumn.Name => row.Name ?? "",
        ImportColumn.Product => row.Product is { } product ? NameOf(product.Value, products) : "",
        ImportColumn.Date or ImportColumn.PassedOn => Day(row.Date),
        ImportColumn.Amount => row.Amount is { } amount ? formats.Amount(amount) : "",
        ImportColumn.NetNew => row.NetNew is { } netNew ? words.Flag(netNew) : "",
        ImportColumn.Association => row.Association is { } association ? kinds[association] : "",
        ImportColumn.Email => row.Email?.Value ?? "",
        ImportColumn.From => Day(row.From),
        ImportColumn.Until => Day(row.Until),
        ImportColumn.Credential => row.Credential?.Value ?? "",
    };

    /// <summary>What a row changes of one field.</summary>
    public string Change(ImportChange change, ProductCatalog products) =>
        (Stored(change.Column, change.Old, products), Stored(change.Column, change.New, products)) switch
        {
            ("", var added) => texts["Row.Added", words[change.Column], added],
            (var removed, "") => texts["Row.Removed", words[change.Column], removed],
            var (old, now) => texts["Row.Change", words[change.Column], old, now],
        };

    private string Stored(ImportColumn column, string? stored, ProductCatalog products) => column switch
    {
        _ when string.IsNullOrEmpty(stored) => "",
        ImportColumn.Product => NameOf(stored, products),
        ImportColumn.Date or ImportColumn.PassedOn or ImportColumn.From or ImportColumn.Until
            when DateOnly.TryParseExact(stored, "O", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) => formats.ShortDay(day),
        ImportColumn.Amount when decimal.TryParse(stored, NumberStyles.Number, CultureInfo.InvariantCulture, out var amount) => formats.Amount(amount),
        ImportColumn.NetNew when bool.TryParse(stored, out var flag) => words.Flag(flag),
        ImportColumn.Association when Enum.TryParse<AssociationType>(stored, ignoreCase: true, out var kind) => kinds[kind],
        _ => stored,
    };

    private string Day(DateOnly? day) => day is { } known ? formats.ShortDay(known) : "";

    private static string NameOf(string product, ProductCatalog products) => products.Find(product)?.Name ?? product;
}
