using System.Buffers;
using System.Text;
using System.Text.Json;

using CompetencyPortal.Domain.Competencies;
using CompetencyPortal.Domain.Documents;
using CompetencyPortal.Domain.Requirements;

namespace CompetencyPortal.Domain.Revisions;

/// <summary>Writes a revision in the form that <see cref="RevisionDocument"/> reads.</summary>
internal static class RevisionWriter
{
    public static string Write(Revision revision)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer, DocumentWriting.Options))
        {
            json.WriteStartObject();
            json.WriteDay("effectiveFrom", revision.EffectiveFrom);
            json.WriteDay("publishedOn", revision.PublishedOn);
            json.WriteStartObject("source");
            json.WriteString("document", revision.Source.Document);
            json.WriteDay("version", revision.Source.Version);
            json.WriteString("datedBy", ChoiceShape<RevisionDating>.NameOf(revision.Source.DatedBy));
            json.WriteEndObject();
            json.WriteList("options", revision.Options, WriteOption);
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    private static void WriteOption(Utf8JsonWriter json, CompetencyOption option)
    {
        json.WriteStartObject();
        json.WriteString("code", option.Code);
        json.WriteString("name", option.Name);
        json.WriteList("thresholds", option.Thresholds, WriteThreshold);
        json.WriteStartObject("staffing");
        WriteStaffing(json, "silver", option.SilverStaffing);
        WriteStaffing(json, "gold", option.GoldStaffing);
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void WriteThreshold(Utf8JsonWriter json, RevenueThreshold threshold)
    {
        json.WriteStartObject();
        json.WriteString("id", threshold.Id);
        json.WriteList("products", threshold.Products, static (json, product) => json.WriteStringValue(product.Value));
        json.WriteBoolean("netNewOnly", threshold.NetNewOnly);
        json.WriteStartObject("window");
        WriteReading(json, threshold.Window);
        json.WriteEndObject();
        if (threshold.Association is { } association)
        {
            json.WriteStartObject("association");
            json.WriteList("anyOf", association.AnyOf, static (json, type) => json.WriteStringValue(ChoiceShape<Evidence.AssociationType>.NameOf(type)));
            WriteReading(json, association.Moment);
            json.WriteEndObject();
        }
        else
        {
            json.WriteNull("association");
        }

        json.WriteStartObject("amounts");
        WriteAmounts(json, "silver", threshold.Silver);
        WriteAmounts(json, "gold", threshold.Gold);
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void WriteReading<T>(Utf8JsonWriter json, Reading<T> reading)
        where T : struct, Enum
    {
        json.WriteString("reading", ChoiceShape<T>.NameOf(reading.Default));
        json.WriteList("alternatives", reading.Alternatives, static (json, alternative) => json.WriteStringValue(ChoiceShape<T>.NameOf(alternative)));
        json.WriteDay("decidedOn", reading.DecidedOn);
        json.WriteString("source", reading.Source);
    }

    private static void WriteAmounts(Utf8JsonWriter json, string name, MarketAmounts? amounts)
    {
        if (amounts is null)
        {
            json.WriteNull(name);
            return;
        }

        json.WriteStartObject(name);
        json.WriteAmount("developed", amounts.Developed);
        json.WriteAmount("developing", amounts.Developing);
        json.WriteEndObject();
    }

    private static void WriteStaffing(Utf8JsonWriter json, string name, StaffingRequirement? requirement)
    {
        if (requirement is null)
        {
            json.WriteNull(name);
            return;
        }

        json.WriteList(name, requirement.Paths, static (json, path) =>
        {
            json.WriteStartObject();
            json.WriteList("teams", path.Teams, static (json, team) =>
            {
                json.WriteStartObject();
                json.WriteList("slots", team.Slots, static (json, slot) =>
                {
                    json.WriteStartObject();
                    json.WriteNumber("places", slot.Places);
                    json.WritePropertyName("each");
                    CriterionWriter.Write(json, slot.Criterion);
                    json.WriteEndObject();
                });
                json.WriteEndObject();
            });
            json.WriteEndObject();
        });
    }
}
