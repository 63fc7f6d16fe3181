using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Nodes;

using CompetencyPortal.Domain.Competencies;
using CompetencyPortal.Domain.Credentials;
using CompetencyPortal.Domain.Documents;

namespace CompetencyPortal.Domain.Revisions;

/// <summary>
/// The rulebook as JSON documents: each may state credentials, products and one competency with its revisions. Documents are read
/// together, and refused whole with everything that is wrong with any of them.
/// </summary>
public static class RulebookDocument
{
    private static readonly Property<string?> SchemaReference = new("$schema", new TextShape(), optional: true);

    private static readonly Property<string?> CredentialCodeText = new("code", new TextShape(mayBeBlank: false));
    private static readonly Property<string?> CredentialTitle = new("title", new TextShape(mayBeBlank: false));
    private static readonly Property<DateOnly?> FirstSat = new("firstSat", new DateShape(nullable: true), optional: true);
    private static readonly Property<DateOnly?> LastSat = new("lastSat", new DateShape(nullable: true), optional: true);
    private static readonly Property<DateOnly?> CountsUntil = new("countsUntil", new DateShape(nullable: true), optional: true);
    private static readonly Property<ImmutableArray<DocumentItem<DocumentObject>>> Credentials =
        new("credentials", new ListShape<DocumentObject>(new ObjectShape("credential", CredentialCodeText, CredentialTitle, FirstSat, LastSat, CountsUntil)), optional: true);

    private static readonly Property<string?> ProductCodeText = new("code", new CodeShape());
    private static readonly Property<string?> ProductName = new("name", new SpellingShape());
    private static readonly Property<ImmutableArray<DocumentItem<string>>> FormerNames = new("formerNames", new ListShape<string>(new SpellingShape()));
    private static readonly Property<ImmutableArray<DocumentItem<DocumentObject>>> Products =
        new("products", new ListShape<DocumentObject>(new ObjectShape("product", ProductCodeText, ProductName, FormerNames)), optional: true);

    private static readonly Property<string?> CompetencyCode = new("code", new CodeShape());
    private static readonly Property<string?> CompetencyName = new("name", new TextShape(mayBeBlank: false));
    private static readonly Property<ImmutableArray<DocumentItem<DocumentObject>>> Revisions =
        new("revisions", new ListShape<DocumentObject>(RevisionDocument.Shape, mayBeEmpty: false));

    private static readonly Property<DocumentObject?> CompetencySection = new("competency", new ObjectShape("competency", CompetencyCode, CompetencyName, Revisions), optional: true);

    private static readonly ObjectShape Shape = new("rulebook", SchemaReference, Credentials, Products, CompetencySection);

    /// <summary>The JSON Schema of a rulebook document.</summary>
    public static JsonObject Schema() => DocumentSchema.Of("Rulebook", Shape);

    /// <summary>Reads a file that holds one document or an array of them.</summary>
    /// <param name="json">The file's text, UTF-8.</param>
    /// <param name="known">A rulebook whose credentials and products are known beside those that the file states itself; its competencies are left out.</param>
    /// <param name="errors">Receives everything that is wrong.</param>
    /// <returns>The rulebook with the file's competencies; null if anything is wrong.</returns>
    public static Rulebook? Read(ReadOnlyMemory<byte> json, Rulebook? known, DocumentErrors errors)
    {
        try
        {
            using var document = JsonDocument.Parse(json.Span.StartsWith("\uFEFF"u8) ? json[3..] : json);
            return document.RootElement.ValueKind == JsonValueKind.Array
                ? Read([.. document.RootElement.EnumerateArray().Select((element, index) => (element, DocumentPath.Root.Item(index)))], known, errors)
                : Read([(document.RootElement, DocumentPath.Root)], known, errors);
        }
        catch (JsonException exception)
        {
            errors.Add(DocumentPath.Root, $"is not JSON: {exception.Message}");
            return null;
        }
    }

    /// <summary>Writes the rulebook's competencies, a document for each; credentials and products are those that its reader knows already.</summary>
    public static void Write(Utf8JsonWriter json, Rulebook rulebook)
    {
        json.WriteStartArray();
        foreach (var competency in rulebook.Competencies)
        {
            json.WriteStartObject();
            json.WriteStartObject("competency");
            json.WriteString("code", competency.Code);
            json.WriteString("name", competency.Name);
            json.WriteList("revisions", competency.History.Revisions, static (json, revision) => json.WriteRawValue(RevisionDocument.Write(revision)));
            json.WriteEndObject();
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static Rulebook? Read(IReadOnlyList<(JsonElement Element, DocumentPath Path)> documents, Rulebook? known, DocumentErrors errors)
    {
        var before = errors.Count;
        var roots = documents.Select(document => Shape.Read(document.Element, document.Path, errors)).OfType<DocumentObject>().ToList();
        var credentials = ReadCredentials(roots, known);
        var products = ReadProducts(roots, known);
        var competencies = ReadCompetencies(roots, new Rulebook([], credentials, products), errors);
        if (errors.Count == before && competencies.IsEmpty)
        {
            errors.Add(DocumentPath.Root, "states no competency; add one.");
        }

        return errors.Count > before ? null : new Rulebook(competencies, credentials, products);
    }

    private static CredentialCatalog ReadCredentials(List<DocumentObject> roots, Rulebook? known)
    {
        var stated = new OrderedDictionary<CredentialCode, Credential>();
        foreach (var (item, _) in roots.SelectMany(root => root.Read(Credentials)))
        {
            var text = item.Read(CredentialCodeText);
            var title = item.Read(CredentialTitle);
            var credential = new Credential(default, title ?? "", item.Read(FirstSat), item.Read(LastSat), item.Read(CountsUntil));
            if (credential.LastSat < credential.FirstSat)
            {
                item.Refuse(LastSat, "is before “firstSat”; it is the last day, inclusive.");
            }

            if (credential.CountsUntil < (credential.LastSat ?? credential.FirstSat))
            {
                item.Refuse(CountsUntil, "is before the last day on which the credential can be sat; a pass counts at least until then.");
            }

            if (text is null)
            {
                continue;
            }

            if (!CredentialCode.TryParse(text, out var code))
            {
                item.Refuse(CredentialCodeText, $"“{text}” is not a credential code; a code looks like MB2-715.");
            }
            else if (!stated.TryAdd(code, credential with { Code = code }))
            {
                item.Refuse(CredentialCodeText, $"{code} stands twice; a code names one credential.");
            }
        }

        return new CredentialCatalog([.. stated.Values, .. known?.Credentials.All.Where(credential => !stated.ContainsKey(credential.Code)) ?? []]);
    }

    private static ProductCatalog ReadProducts(List<DocumentObject> roots, Rulebook? known)
    {
        var stated = new List<Product>();
        var spellings = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (item, _) in roots.SelectMany(root => root.Read(Products)))
        {
            var code = item.Read(ProductCodeText);
            var name = item.Read(ProductName);
            var formerNames = item.Read(FormerNames);
            if (code is null || name is null)
            {
                continue;
            }

            var product = new Product(new ProductCode(code), name, [.. formerNames.Select(former => former.Value)]);
            var keys = product.Spellings.Select(ProductCatalog.Key).ToList();
            if (spellings.Overlaps(keys))
            {
                item.Refuse(ProductCodeText, $"“{code}” shares a spelling with another product; a spelling names one product.");
            }
            else
            {
                stated.Add(product);
                spellings.UnionWith(keys);
            }
        }

        return new ProductCatalog([.. stated, .. known?.Products.All.Where(product => !product.Spellings.Any(spelling => spellings.Contains(ProductCatalog.Key(spelling)))) ?? []]);
    }

    private static ImmutableArray<Competency> ReadCompetencies(List<DocumentObject> roots, Rulebook catalogs, DocumentErrors errors)
    {
        var competencies = ImmutableArray.CreateBuilder<Competency>();
        var codes = new HashSet<string>(StringComparer.Ordinal);
        foreach (var section in roots.Select(root => root.Read(CompetencySection)).OfType<DocumentObject>())
        {
            var before = errors.Count;
            var code = section.Read(CompetencyCode);
            var name = section.Read(CompetencyName);
            if (code is not null && !codes.Add(code))
            {
                section.Refuse(CompetencyCode, $"“{code}” stands twice; a code names one competency.");
            }

            var revisions = new List<Revision>();
            foreach (var (item, _) in section.Read(Revisions))
            {
                if (RevisionDocument.Read(item, catalogs, errors) is not { } revision)
                {
                    continue;
                }

                if (revisions.Any(other => other.EffectiveFrom == revision.EffectiveFrom))
                {
                    item.Refuse(RevisionDocument.EffectiveFrom, $"another revision is effective from {revision.EffectiveFrom:yyyy-MM-dd} already; a day has one.");
                }

                revisions.Add(revision);
            }

            if (errors.Count == before)
            {
                competencies.Add(new Competency(code!, name!, new RevisionHistory(revisions)));
            }
        }

        return competencies.DrainToImmutable();
    }
}
