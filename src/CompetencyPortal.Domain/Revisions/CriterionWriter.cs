using System.Collections.Immutable;
using System.Diagnostics;
using System.Text.Json;

using CompetencyPortal.Domain.Credentials;
using CompetencyPortal.Domain.Documents;

namespace CompetencyPortal.Domain.Revisions;

/// <summary>Writes a criterion in the form that <see cref="CriterionShape"/> reads.</summary>
internal static class CriterionWriter
{
    public static void Write(Utf8JsonWriter json, Criterion criterion)
    {
        switch (criterion)
        {
            case Criterion.Holds holds:
                json.WriteStringValue(holds.Code.Value);
                break;
            case Criterion.AllOf all:
                WriteJoined(json, CriterionShape.AllOf, all.Parts);
                break;
            case Criterion.AnyOf any:
                WriteJoined(json, CriterionShape.AnyOf, any.Parts);
                break;
            default:
                throw new UnreachableException();
        }
    }

    private static void WriteJoined(Utf8JsonWriter json, string by, ImmutableArray<Criterion> parts)
    {
        json.WriteStartObject();
        json.WriteList(by, parts, Write);
        json.WriteEndObject();
    }
}
