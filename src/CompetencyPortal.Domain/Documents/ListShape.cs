using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace CompetencyPortal.Domain.Documents;

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
