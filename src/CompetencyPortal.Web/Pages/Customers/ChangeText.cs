using System.Globalization;
using System.Text.Json;
using CompetencyPortal.Data.Entities;
using CompetencyPortal.Domain.Evidence;
using CompetencyPortal.Web.Infrastructure;
using CompetencyPortal.Web.Infrastructure.Facts;
using CompetencyPortal.Web.Resources;
using Microsoft.Extensions.Localization;

namespace CompetencyPortal.Web.Pages.Customers;

/// <summary>What an event of the audit trail says of a customer or an association, in words.</summary>
public sealed class ChangeText(IStringLocalizer<CustomerTexts> texts, IStringLocalizer<FactsTexts> facts, PeriodWords periods, Formats formats, EnumText words)
{
    public string Of(AuditEvent told)
    {
        var values = JsonSerializer.Deserialize<Dictionary<string, JsonElement>>(told.Details ?? "{}") ?? [];
        var isAssociation = told.EntityType is nameof(CustomerAssociation);
        return told.Action[(told.Action.IndexOf('.', StringComparison.Ordinal) + 1)..] switch
        {
            "Added" => texts["Changes.Added", isAssociation ? Association(values) : Customer(values)],
            "Deleted" => texts["Changes.Deleted", isAssociation ? Association(values) : Customer(values)],
            _ => texts["Changes.Edited", formats.Clauses(values.Select(value => Difference(value.Key, value.Value)))],
        };
    }

    private static string Customer(Dictionary<string, JsonElement> values) => Text(values.GetValueOrDefault(nameof(Data.Entities.Customer.Name))) ?? "";

    private string Association(Dictionary<string, JsonElement> values)
    {
        DateOnly? Day(string name) => DayOf(Text(values.GetValueOrDefault(name)));
        return facts["Association.Name", TypeOf(Text(values.GetValueOrDefault(nameof(CustomerAssociation.Type)))), periods[Day(nameof(CustomerAssociation.From)), Day(nameof(CustomerAssociation.Until))]];
    }

    private string Difference(string name, JsonElement value)
    {
        var (before, after) = value is { ValueKind: JsonValueKind.Array } && value.GetArrayLength() is 2 ? (Text(value[0]), Text(value[1])) : (null, Text(value));
        return name switch
        {
            nameof(Data.Entities.Customer.Name) => FromTo(facts["Customer.Name"], before, after),
            nameof(Data.Entities.Customer.Code) => FromTo(texts["Customer.Code"], before, after),
            nameof(CustomerAssociation.Type) => FromTo(facts["Association.Type"], TypeOf(before), TypeOf(after)),
            nameof(CustomerAssociation.From) => FromTo(facts["Association.From"], DayText(before), DayText(after)),
            nameof(CustomerAssociation.Until) => FromTo(facts["Association.Until"], DayText(before), DayText(after)),
            _ => FromTo(name, before, after),
        };
    }

    private string FromTo(string label, string? before, string? after) => texts["Changes.FromTo", label, before ?? texts["Changes.Empty"], after ?? texts["Changes.Empty"]];

    private string TypeOf(string? name) => Enum.TryParse<AssociationType>(name, out var type) ? words[type] : name ?? "";

    private string? DayText(string? iso) => DayOf(iso) is { } day ? formats.ShortDay(day) : null;

    private static DateOnly? DayOf(string? iso) => DateOnly.TryParseExact(iso, "O", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    private static string? Text(JsonElement value) => value.ValueKind is JsonValueKind.String ? value.GetString() : null;
}
