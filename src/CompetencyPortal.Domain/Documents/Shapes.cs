using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

using CompetencyPortal.Domain.Competencies;

namespace CompetencyPortal.Domain.Documents;

/// <summary>Any text.</summary>
internal sealed class TextShape(bool nullable = false, bool mayBeBlank = true) : ValueShape<string?>(nullable)
{
    protected override string Expectation => mayBeBlank ? "must be text." : "must be text that is not blank.";

    protected override bool TryRead(JsonElement value, DocumentPath path, DocumentErrors errors, out string? read) =>
        TryReadText(value, out read) && (mayBeBlank || !string.IsNullOrWhiteSpace(read));

    protected override JsonObject SchemaOf(JsonObject definitions) =>
        mayBeBlank ? new() { ["type"] = "string" } : new() { ["type"] = "string", ["pattern"] = @"\S" };

    internal static bool TryReadText(JsonElement value, out string? read)
    {
        read = null;
        if (value.ValueKind != JsonValueKind.String)
        {
            return false;
        }

        try
        {
            read = value.GetString();
            return true;
        }
        catch (InvalidOperationException)
        {
            // Bytes or escapes that are no Unicode text.
            return false;
        }
    }
}

/// <summary>A code of our own making: lower case, digits and hyphens.</summary>
internal sealed class CodeShape() : ValueShape<string?>(nullable: false)
{
    protected override string Expectation => "must be a code of lower-case letters, digits and hyphens, such as “net-new”.";

    protected override bool TryRead(JsonElement value, DocumentPath path, DocumentErrors errors, out string? read) =>
        TextShape.TryReadText(value, out read) && read!.Length > 0 && read[0] != '-' && read.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-');

    protected override JsonObject SchemaOf(JsonObject definitions) => new() { ["type"] = "string", ["pattern"] = "^[a-z0-9][a-z0-9-]*$" };
}

/// <summary>A day, written <c>yyyy-MM-dd</c>.</summary>
internal sealed class DateShape(bool nullable = false) : ValueShape<DateOnly?>(nullable)
{
    protected override string Expectation => "must be a date of the calendar, written yyyy-MM-dd.";

    protected override bool TryRead(JsonElement value, DocumentPath path, DocumentErrors errors, out DateOnly? read)
    {
        var valid = TextShape.TryReadText(value, out var text) & DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date);
        read = valid ? date : null;
        return valid;
    }

    protected override JsonObject SchemaOf(JsonObject definitions) => new() { ["type"] = "string", ["format"] = "date" };
}

/// <summary>True or false.</summary>
internal sealed class FlagShape() : ValueShape<bool?>(nullable: false)
{
    protected override string Expectation => "must be true or false.";

    protected override bool TryRead(JsonElement value, DocumentPath path, DocumentErrors errors, out bool? read)
    {
        read = value.ValueKind switch { JsonValueKind.True => true, JsonValueKind.False => false, _ => null };
        return read is not null;
    }

    protected override JsonObject SchemaOf(JsonObject definitions) => new() { ["type"] = "boolean" };
}

/// <summary>A whole number from 1 to a greatest.</summary>
internal sealed class CountShape(int most) : ValueShape<int?>(nullable: false)
{
    protected override string Expectation => string.Create(CultureInfo.InvariantCulture, $"must be a whole number from 1 to {most}.");

    protected override bool TryRead(JsonElement value, DocumentPath path, DocumentErrors errors, out int? read)
    {
        read = value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out var number) && number >= 1 && number <= most ? number : null;
        return read is not null;
    }

    protected override JsonObject SchemaOf(JsonObject definitions) => new() { ["type"] = "integer", ["minimum"] = 1, ["maximum"] = most };
}

/// <summary>An amount in US dollars (see <see cref="Money"/>).</summary>
internal sealed class AmountShape(bool nullable = false, bool mayBeNegative = false) : ValueShape<decimal?>(nullable)
{
    protected override string Expectation => "must be an amount: a number, not text, without a currency or thousands separators.";

    protected override bool TryRead(JsonElement value, DocumentPath path, DocumentErrors errors, out decimal? read)
    {
        read = null;
        if (value.ValueKind != JsonValueKind.Number)
        {
            return false;
        }

        switch (Money.Read(value.GetRawText(), out var amount))
        {
            case MoneyFormat.Valid when amount < 0 && !mayBeNegative:
                errors.Add(path, "must not be negative.");
                break;
            case MoneyFormat.Valid:
                read = amount;
                break;
            case MoneyFormat.TooManyDecimals:
                errors.Add(path, "has more than two decimals; round it to cents.");
                break;
            case MoneyFormat.TooLarge:
                errors.Add(path, string.Create(CultureInfo.InvariantCulture, $"is too large; the greatest amount is {Money.Largest}."));
                break;
        }

        return true;
    }

    protected override JsonObject SchemaOf(JsonObject definitions) => new()
    {
        ["type"] = "number",
        ["multipleOf"] = 0.01m,
        ["minimum"] = mayBeNegative ? -Money.Largest : 0,
        ["maximum"] = Money.Largest,
    };
}

/// <summary>One of the names of an enumeration, in camel case.</summary>
internal sealed class ChoiceShape<TEnum>(bool nullable = false) : ValueShape<TEnum?>(nullable)
    where TEnum : struct, Enum
{
    protected override string Expectation => $"must be one of: {string.Join(", ", Names.Keys)}.";

    private static OrderedDictionary<string, TEnum> Names { get; } = new(Enum.GetValues<TEnum>().Select(value => KeyValuePair.Create(NameOf(value), value)));

    public static string NameOf(TEnum value) => JsonNamingPolicy.CamelCase.ConvertName(value.ToString());

    protected override bool TryRead(JsonElement value, DocumentPath path, DocumentErrors errors, out TEnum? read)
    {
        read = TextShape.TryReadText(value, out var name) && Names.TryGetValue(name!, out var choice) ? choice : null;
        return read is not null;
    }

    protected override JsonObject SchemaOf(JsonObject definitions) => new() { ["enum"] = new JsonArray([.. Names.Keys.Select(name => (JsonNode)name)]) };
}

/// <summary>An item of a list with its place.</summary>
internal readonly record struct DocumentItem<T>(T Value, DocumentPath Path);

/// <summary>A list of values of one shape. Items that are wrong are left out of what is read.</summary>
internal sealed class ListShape<T>(ValueShape<T?> item, bool mayBeEmpty = true, bool nullable = false) : ValueShape<ImmutableArray<DocumentItem<T>>>(nullable)
{
    public override ImmutableArray<DocumentItem<T>> Absent => [];

    protected override string Expectation => mayBeEmpty ? "must be a list." : "must be a list of at least one item.";

    protected override bool TryRead(JsonElement value, DocumentPath path, DocumentErrors errors, out ImmutableArray<DocumentItem<T>> read)
    {
        read = [];
        if (value.ValueKind != JsonValueKind.Array || (!mayBeEmpty && value.GetArrayLength() == 0))
        {
            return false;
        }

        var items = ImmutableArray.CreateBuilder<DocumentItem<T>>(value.GetArrayLength());
        var index = 0;
        foreach (var element in value.EnumerateArray())
        {
            var place = path.Item(index++);
            if (item.Read(element, place, errors) is { } valid)
            {
                items.Add(new DocumentItem<T>(valid, place));
            }
        }

        read = items.DrainToImmutable();
        return true;
    }

    protected override JsonObject SchemaOf(JsonObject definitions)
    {
        var schema = new JsonObject { ["type"] = "array", ["items"] = item.Schema(definitions) };
        if (!mayBeEmpty)
        {
            schema["minItems"] = 1;
        }

        return schema;
    }
}
