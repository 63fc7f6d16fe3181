using System.Text.Json;

using CompetencyPortal.Data.Entities;

namespace CompetencyPortal.Data.Auditing;

/// <summary>An event of the audit trail about one row, read back: what <see cref="FactTrail"/> wrote of it.</summary>
/// <param name="At">When.</param>
/// <param name="Event">The event's key; of two events of one instant the later has the greater.</param>
/// <param name="By">Who; null for the program itself.</param>
/// <param name="Kind">The kind of row.</param>
/// <param name="Id">The row's key.</param>
/// <param name="Act">What was done to it.</param>
/// <param name="Values">
/// The row's values by their names: before and after for a row that was edited, twice the same for one that was added or deleted.
/// What was personal and has been erased since is not among them.
/// </param>
public sealed record FactEvent(
    DateTimeOffset At, Guid Event, Guid? By, string Kind, Guid Id, FactAct Act, IReadOnlyDictionary<string, (string? Before, string? After)> Values)
{
    /// <summary>Reads <paramref name="row"/>; null if it does not tell a row's values.</summary>
    public static FactEvent? Read(AuditEvent row)
    {
        if (!row.Action.StartsWith(row.EntityType + ".", StringComparison.Ordinal)
            || !Enum.TryParse<FactAct>(row.Action.AsSpan(row.EntityType.Length + 1), out var act)
            || !Guid.TryParse(row.EntityId, out var id))
        {
            return null;
        }

        var values = new Dictionary<string, (string?, string?)>(StringComparer.Ordinal);
        foreach (var text in new[] { row.Details, row.Personal?.Text }.OfType<string>())
        {
            using var document = JsonDocument.Parse(text);
            foreach (var value in document.RootElement.EnumerateObject())
            {
                values[value.Name] = value.Value.ValueKind is JsonValueKind.Array
                    ? (value.Value[0].GetString(), value.Value[1].GetString())
                    : (value.Value.GetString(), value.Value.GetString());
            }
        }

        return new FactEvent(row.OccurredAt, row.Id, row.ActorId, row.EntityType, id, act, values);
    }
}
