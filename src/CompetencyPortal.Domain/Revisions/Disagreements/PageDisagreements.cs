using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

using CompetencyPortal.Domain.Competencies;
using CompetencyPortal.Domain.Credentials;

namespace CompetencyPortal.Domain.Revisions.Disagreements;

/// <summary>The register of disagreements between requirement pages, read from its document.</summary>
public static class PageDisagreements
{
    private const string DocumentName = "disagreements.json";

    private static readonly JsonSerializerOptions Format = new(JsonSerializerDefaults.Web)
    {
        AllowDuplicateProperties = false,
        NumberHandling = JsonNumberHandling.Strict,
        PropertyNameCaseInsensitive = false,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase, allowIntegerValues: false) },
    };

    private static readonly Lazy<ImmutableArray<PageDisagreement>> LazyBuiltIn = new(ReadBuiltIn);

    /// <summary>The register that comes with the built-in rulebook, in document order.</summary>
    public static ImmutableArray<PageDisagreement> BuiltIn => LazyBuiltIn.Value;

    /// <summary>Reads a register: one entry of the document stands for every page of its locales and versions.</summary>
    /// <exception cref="FormatException">The text is no register; the message names every bad entry.</exception>
    internal static ImmutableArray<PageDisagreement> Read(string json)
    {
        var entries = Deserialize(json).Disagreements;
        var errors = new List<string>();
        var register = ImmutableArray.CreateBuilder<PageDisagreement>();
        var seen = new HashSet<PageDisagreement>();
        for (var i = 0; i < entries.Count; i++)
        {
            try
            {
                foreach (var disagreement in Expand(entries[i]))
                {
                    if (!seen.Add(disagreement))
                    {
                        throw new FormatException($"{disagreement.Page} stands twice.");
                    }

                    register.Add(disagreement);
                }
            }
            catch (FormatException error)
            {
                errors.Add($"disagreements[{i.ToString(CultureInfo.InvariantCulture)}]: {error.Message}");
            }
        }

        return errors.Count == 0 ? register.ToImmutable() : throw new FormatException(string.Join(Environment.NewLine, errors));
    }

    private static ImmutableArray<PageDisagreement> ReadBuiltIn()
    {
        using var stream = typeof(PageDisagreements).Assembly.GetManifestResourceStream(DocumentName)
            ?? throw new InvalidOperationException($"{DocumentName} is not embedded.");
        using var reader = new StreamReader(stream);
        return Read(reader.ReadToEnd());
    }

    private static Document Deserialize(string json)
    {
        try
        {
            return JsonSerializer.Deserialize<Document>(json, Format) ?? throw new FormatException("The register is an object.");
        }
        catch (JsonException error)
        {
            throw new FormatException(error.Message, error);
        }
    }

    private static IEnumerable<PageDisagreement> Expand(Entry? entry)
    {
        if (entry is null || entry.Locales.Count == 0 || entry.Versions.Count == 0 || !entry.Locales.All(locale => locale is [_, _, '-', _, _]))
        {
            throw new FormatException("name at least one locale, such as fr-FR, and one version.");
        }

        Require(entry.Kind != DisagreementKind.Amount || entry is { Option: not null, Tier: not null, Market: not null, Threshold: not null },
            "an amount has an option, a tier, a market and a threshold.");
        var says = Value(entry.Kind, entry.Says);
        var rule = Value(entry.Kind, entry.Rule);
        Require(entry.Note is not null || (says is not null && rule is not null), "give both values, or a note that tells the difference.");
        Require(says is null || says != rule, "what the page says is the rule.");
        ImmutableArray<CredentialCode> credentials = [.. entry.Credentials.Select(CredentialCode.Parse)];
        foreach (var version in entry.Versions)
        {
            foreach (var locale in entry.Locales)
            {
                var page = new RequirementPage(locale!, entry.Competency, version);
                yield return new PageDisagreement(
                    page, entry.Option, entry.Tier, entry.Market, entry.Threshold, entry.Kind, credentials,
                    says, rule, entry.RuledBy ?? page.InEnglish(), entry.Note, entry.JudgesDifferently);
            }
        }
    }

    private static StatedValue? Value(DisagreementKind kind, JsonElement? value) => (kind, value) switch
    {
        (_, null) => null,
        (DisagreementKind.Amount, { ValueKind: JsonValueKind.Number } amount) => new StatedValue.Amount(Dollars(amount)),
        (DisagreementKind.People, { ValueKind: JsonValueKind.Number } people) => new StatedValue.People(Count(people)),
        (DisagreementKind.Credential, { ValueKind: JsonValueKind.String } code) => new StatedValue.Credential(CredentialCode.Parse(code.GetString()!)),
        (DisagreementKind.Date or DisagreementKind.Revision, { ValueKind: JsonValueKind.String } day) =>
            new StatedValue.Day(DateOnly.ParseExact(day.GetString()!, "yyyy-MM-dd", CultureInfo.InvariantCulture)),
        (DisagreementKind.Title or DisagreementKind.Product or DisagreementKind.Association, { ValueKind: JsonValueKind.String } name) =>
            new StatedValue.Name(name.GetString()!),
        var (_, unfit) => throw new FormatException($"{unfit} is no value of the kind {kind}."),
    };

    private static decimal Dollars(JsonElement value) =>
        value.TryGetDecimal(out var dollars) && dollars >= 0 && Money.IsValid(dollars)
            ? dollars
            : throw new FormatException($"{value} is no amount of a threshold.");

    private static int Count(JsonElement value) =>
        value.TryGetInt32(out var count) && count > 0 ? count : throw new FormatException($"{value} is no number of people.");

    private static void Require(bool condition, string otherwise)
    {
        if (!condition)
        {
            throw new FormatException(otherwise);
        }
    }

    private sealed record Document
    {
        public required IReadOnlyList<Entry?> Disagreements { get; init; }
    }

    private sealed record Entry
    {
        public required DisagreementKind Kind { get; init; }

        public required string Competency { get; init; }

        public required IReadOnlyList<DateOnly> Versions { get; init; }

        public required IReadOnlyList<string?> Locales { get; init; }

        public string? Option { get; init; }

        public Tier? Tier { get; init; }

        public Market? Market { get; init; }

        public string? Threshold { get; init; }

        public IReadOnlyList<string> Credentials { get; init; } = [];

        public JsonElement? Says { get; init; }

        public JsonElement? Rule { get; init; }

        public RequirementPage? RuledBy { get; init; }

        public DisagreementNote? Note { get; init; }

        public required bool JudgesDifferently { get; init; }
    }
}
