using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Nodes;

using CompetencyPortal.Domain.Credentials;
using CompetencyPortal.Domain.Documents;

namespace CompetencyPortal.Domain.Revisions;

/// <summary>A criterion: a credential's code, or an object that joins criteria by <c>allOf</c> or <c>anyOf</c>.</summary>
internal sealed class CriterionShape() : ValueShape<JsonCriterion?>(nullable: false)
{
    public const string AllOf = "allOf";
    public const string AnyOf = "anyOf";

    private const string Definition = "criterion";

    protected override string Expectation => "must be a credential's code, or an object with “allOf” or “anyOf”.";

    protected override bool TryRead(JsonElement value, DocumentPath path, DocumentErrors errors, out JsonCriterion? read)
    {
        read = value.ValueKind is JsonValueKind.String or JsonValueKind.Object ? new JsonCriterion(value, path) : null;
        return read is not null;
    }

    protected override JsonObject SchemaOf(JsonObject definitions)
    {
        var reference = new JsonObject { ["$ref"] = $"#/$defs/{Definition}" };
        if (!definitions.ContainsKey(Definition))
        {
            definitions[Definition] = new JsonObject
            {
                ["anyOf"] = new JsonArray(new JsonObject { ["type"] = "string" }, Joined(AllOf, reference), Joined(AnyOf, reference)),
            };
        }

        return reference;
    }

    private static JsonObject Joined(string by, JsonObject reference) => new()
    {
        ["type"] = "object",
        ["properties"] = new JsonObject { [by] = new JsonObject { ["type"] = "array", ["items"] = reference.DeepClone(), ["minItems"] = 1 } },
        ["required"] = new JsonArray(by),
        ["additionalProperties"] = false,
    };
}

/// <summary>A criterion as it stands in a document, not yet looked up.</summary>
internal sealed class JsonCriterion(JsonElement value, DocumentPath path)
{
    private static readonly CriterionShape Part = new();
    private static readonly Property<ImmutableArray<DocumentItem<JsonCriterion>>> AllOfParts = new(CriterionShape.AllOf, new ListShape<JsonCriterion>(Part, mayBeEmpty: false), optional: true);
    private static readonly Property<ImmutableArray<DocumentItem<JsonCriterion>>> AnyOfParts = new(CriterionShape.AnyOf, new ListShape<JsonCriterion>(Part, mayBeEmpty: false), optional: true);
    private static readonly ObjectShape Joined = new("joinedCriteria", AllOfParts, AnyOfParts);

    /// <summary>The criterion; null if anything in it is wrong.</summary>
    public Criterion? Read(CredentialCatalog credentials, DocumentErrors errors) =>
        value.ValueKind == JsonValueKind.String ? ReadCode(credentials, errors) : ReadJoined(credentials, errors);

    private Criterion.Holds? ReadCode(CredentialCatalog credentials, DocumentErrors errors)
    {
        if (TextShape.TryReadText(value, out var text) && CredentialCode.TryParse(text, out var code) && credentials.Find(code) is { } credential)
        {
            return new Criterion.Holds(credential.Code);
        }

        errors.Add(path, $"“{text}” is no known credential; state it under “credentials”.");
        return null;
    }

    private Criterion? ReadJoined(CredentialCatalog credentials, DocumentErrors errors)
    {
        var before = errors.Count;
        var joined = Joined.Read(value, path, errors)!;
        var all = joined.Has(AllOfParts);
        if (all == joined.Has(AnyOfParts))
        {
            errors.Add(path, "must have either “allOf” or “anyOf”.");
        }

        var parts = joined.Read(all ? AllOfParts : AnyOfParts).Select(part => part.Value.Read(credentials, errors)).OfType<Criterion>().ToImmutableArray();
        return errors.Count > before ? null : all ? new Criterion.AllOf(parts) : new Criterion.AnyOf(parts);
    }
}
