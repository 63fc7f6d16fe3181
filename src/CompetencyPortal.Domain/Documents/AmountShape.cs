using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

using CompetencyPortal.Domain.Competencies;

namespace CompetencyPortal.Domain.Documents;

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
