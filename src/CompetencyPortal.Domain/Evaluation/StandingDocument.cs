using System.Collections.Immutable;
using System.Text.Json;

using CompetencyPortal.Domain.Competencies;
using CompetencyPortal.Domain.Credentials;
using CompetencyPortal.Domain.Documents;
using CompetencyPortal.Domain.Evidence;
using CompetencyPortal.Domain.Revisions;

namespace CompetencyPortal.Domain.Evaluation;

/// <summary>Writes the standing of one partner as a JSON document.</summary>
public static class StandingDocument
{
    /// <summary>Writes one document.</summary>
    /// <param name="json">Receives it.</param>
    /// <param name="evidence">The evidence that was judged.</param>
    /// <param name="asOf">The day on which it was judged.</param>
    /// <param name="competencies">The answers.</param>
    /// <param name="explain">Whether to add the lines behind each sum and the near misses.</param>
    public static void Write(Utf8JsonWriter json, PartnerEvidence evidence, DateOnly asOf, ImmutableArray<CompetencyStanding> competencies, bool explain)
    {
        json.WriteStartObject();
        json.WriteString("partner", evidence.Partner);
        json.WriteDay("asOf", asOf);
        json.WriteList("competencies", competencies, (json, competency) =>
        {
            json.WriteStartObject();
            json.WriteString("code", competency.Competency.Code);
            json.WriteDay("revision", competency.Revision?.EffectiveFrom);
            json.WriteList("options", competency.Options, (json, option) => WriteOption(json, option, explain));
            json.WriteEndObject();
        });
        json.WriteEndObject();
    }

    private static void WriteOption(Utf8JsonWriter json, OptionStanding option, bool explain)
    {
        json.WriteStartObject();
        json.WriteString("code", option.Option.Code);
        json.WriteString("attained", option.Attained is { } attained ? ChoiceShape<Tier>.NameOf(attained) : null);
        json.WriteList("tiers", option.Tiers, (json, tier) =>
        {
            json.WriteStartObject();
            json.WriteString("tier", ChoiceShape<Tier>.NameOf(tier.Tier));
            WriteStanding(json, tier.Standing);
            json.WriteList("findings", tier.Findings, (json, finding) => WriteFinding(json, finding, explain));
            json.WriteEndObject();
        });
        json.WriteEndObject();
    }

    private static void WriteFinding(Utf8JsonWriter json, Finding finding, bool explain)
    {
        json.WriteStartObject();
        switch (finding)
        {
            case RevenueFinding revenue:
                WriteRevenue(json, revenue, explain);
                break;
            case StaffingFinding staffing:
                WriteStaffing(json, staffing, explain);
                break;
        }

        json.WriteEndObject();
    }

    private static void WriteRevenue(Utf8JsonWriter json, RevenueFinding finding, bool explain)
    {
        json.WriteString("kind", "revenue");
        json.WriteString("threshold", finding.Threshold.Id);
        WriteStanding(json, finding.Standing);
        json.WriteAmount("required", finding.Required);
        json.WriteAmount("counted", finding.Sums.Counted);
        json.WriteAmount("shortfall", finding.Shortfall);
        json.WriteStartObject("excluded");
        foreach (var reason in Reasons)
        {
            json.WriteAmount(ChoiceShape<LineOutcome>.NameOf(reason), finding.Sums.Of(reason));
        }

        json.WriteEndObject();
        WriteOtherReadings(json, finding);
        if (explain)
        {
            var lines = finding.Lines().ToLookup(line => line.Outcome, line => line.Index);
            json.WriteStartObject("lines");
            foreach (var outcome in Enum.GetValues<LineOutcome>())
            {
                json.WriteList(ChoiceShape<LineOutcome>.NameOf(outcome), lines[outcome], static (json, index) => json.WriteNumberValue(index));
            }

            json.WriteEndObject();
        }
    }

    private static void WriteStaffing(Utf8JsonWriter json, StaffingFinding finding, bool explain)
    {
        json.WriteString("kind", "staffing");
        WriteStanding(json, finding.Standing);
        json.WriteNumber("required", finding.Required);
        json.WriteNumber("filled", finding.Filled);
        json.WriteNumber("path", finding.PathNumber);
        json.WriteList("assignments", finding.Assignments, static (json, assignment) =>
        {
            json.WriteStartObject();
            json.WriteNumber("team", assignment.Team);
            json.WriteNumber("slot", assignment.Slot);
            json.WriteNumber("places", assignment.Places);
            WritePeople(json, assignment.People);
            json.WriteEndObject();
        });
        json.WriteList("blocking", finding.Blocking, static (json, blocking) =>
        {
            json.WriteStartObject();
            json.WriteNumber("team", blocking.Team);
            json.WriteList("slots", blocking.Slots, static (json, slot) => json.WriteNumberValue(slot));
            json.WriteNumber("places", blocking.Places);
            WritePeople(json, blocking.People);
            json.WriteEndObject();
        });
        WriteOtherReadings(json, finding);
        if (explain)
        {
            json.WriteList("nearMisses", finding.NearMisses(), static (json, miss) =>
            {
                json.WriteStartObject();
                json.WriteString("person", miss.Person.Id);
                json.WriteNumber("team", miss.Team);
                json.WriteNumber("slot", miss.Slot);
                json.WriteList("missing", miss.Missing is Criterion.AllOf all ? all.Parts : [miss.Missing], CriterionWriter.Write);
                json.WriteEndObject();
            });
        }
    }

    private static IEnumerable<LineOutcome> Reasons => Enum.GetValues<LineOutcome>().Where(outcome => outcome != LineOutcome.Counted);

    private static void WritePeople(Utf8JsonWriter json, ImmutableArray<Person> people) =>
        json.WriteList("people", people, static (json, person) => json.WriteStringValue(person.Id));

    private static void WriteOtherReadings(Utf8JsonWriter json, Finding finding) =>
        json.WriteList("otherReadings", finding.OtherReadings, static (json, other) =>
        {
            json.WriteStartObject();
            json.WriteString("reading", ChoiceShape<ReadingChoice>.NameOf(other.Reading));
            WriteStanding(json, other.Standing);
            json.WriteEndObject();
        });

    private static void WriteStanding(Utf8JsonWriter json, Standing standing) => json.WriteString("standing", ChoiceShape<Standing>.NameOf(standing));
}
