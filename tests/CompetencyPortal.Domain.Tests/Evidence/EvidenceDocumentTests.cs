using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

using CompetencyPortal.Domain.Competencies;
using CompetencyPortal.Domain.Documents;
using CompetencyPortal.Domain.Evidence;
using CompetencyPortal.Domain.Revisions;
using CompetencyPortal.Domain.Tests.Documents;

namespace CompetencyPortal.Domain.Tests.Evidence;

/// <summary>An evidence document is read whole or refused whole. The cases change one place of a good one.</summary>
public sealed class EvidenceDocumentTests
{
    private const string Good = """
        {
          "partner": { "name": "Fabrikam", "market": "developed" },
          "asOf": "2017-12-01",
          "customers": [
            { "id": "c1", "name": "Northwind",
              "associations": [
                { "type": "digitalPartnerOfRecord", "from": "2017-01-01", "until": "2017-06-30" },
                { "type": "digitalPartnerOfRecord", "from": "2017-06-01", "until": null } ] },
            { "id": "c2", "name": "Contoso", "associations": [ ] }
          ],
          "revenue": [
            { "customer": "c1", "product": "dynamics-365-customer-engagement", "date": "2017-05-31", "amount": 60000.00, "netNew": true },
            { "customer": "c2", "product": "CRM Online", "date": "2027-05-31", "amount": -0.01, "netNew": false }
          ],
          "people": [
            { "id": "p1", "name": "Ana", "from": null, "until": null,
              "credentials": [ { "code": "Exam MB2-715", "passedOn": "2017-03-01" }, { "code": "mb2715", "passedOn": "2016-03-01" } ] },
            { "id": "p2", "name": "Ana", "from": "2017-01-01", "until": "2017-01-01", "credentials": [ ] }
          ]
        }
        """;

    [Fact]
    public void Read_WhenAllIsGood_ReadsEverything()
    {
        var document = Read(Good, out var errors)!;
        Assert.Empty(errors);
        Assert.Equal(Given.Day("2017-12-01"), document.AsOf);
        var evidence = document.Evidence;
        Assert.Equal(("Fabrikam", Market.Developed), (evidence.Partner, evidence.Market));
        Assert.Equal(
            [
                ("c1", "dynamics-365-customer-engagement", Given.Day("2017-05-31"), 60_000m, true),
                ("c2", "crm-online", Given.Day("2027-05-31"), -0.01m, false),
            ],
            evidence.Revenue.Select(line => (line.Customer.Id, line.Product.Value, line.Date, line.Amount, line.NetNew)));
        Assert.Equal([Given.Dpor("2017-01-01", "2017-06-30"), Given.Dpor("2017-06-01")], evidence.Revenue[0].Customer.Associations);
        Assert.Equal(["p1", "p2"], evidence.People.Select(person => person.Id));
        Assert.Equal(["MB2-715", "MB2-715"], evidence.People[0].Passes.Select(pass => pass.Credential.Code.Value));
        Assert.Equal(Given.Period("2017-01-01", "2017-01-01"), evidence.People[1].Employment);
    }

    [Theory]
    [InlineData("customers", "[]", "revenue[0].customer", "revenue[1].customer")]
    [InlineData("revenue", "[]")]
    [InlineData("people", "[]")]
    [InlineData("people[0].credentials", "[]")]
    [InlineData("partner.market", "null")]
    [InlineData("partner.market", "\"developing\"")]
    [InlineData("asOf", "null")]
    [InlineData("asOf", null)]
    [InlineData("revenue[0].amount", "60000.000")]
    [InlineData("revenue[0].amount", "6e4")]
    [InlineData("revenue[0].amount", "-6E+4")]
    [InlineData("revenue[0].amount", "-0")]
    [InlineData("revenue[0].date", "\"9999-12-31\"")]
    [InlineData("revenue[0].date", "\"0001-01-01\"")]
    [InlineData("people[0].credentials[0]", """{ "code": "MB2-709", "passedOn": "2017-12-31" }""")]
    [InlineData("people[0].credentials[0]", """{ "code": "MB2-877", "passedOn": "2018-01-01" }""")]
    [InlineData("customers[0].associations[0].type", "\"fastTrackPartner\"")]
    public void Read_WhenItIsAllowed_ReadsIt(string place, string? json, params string[] paths) => AssertRefused(place, json, paths);

    [Theory]
    // Properties: missing, unknown.
    [InlineData("partner", null, "partner")]
    [InlineData("customers", null, "customers")]
    [InlineData("revenue", null, "revenue")]
    [InlineData("people", null, "people")]
    [InlineData("partner.name", null, "partner.name")]
    [InlineData("partner.market", null, "partner.market")]
    [InlineData("customers[1].name", null, "customers[1].name")]
    [InlineData("customers[1].associations", null, "customers[1].associations")]
    [InlineData("customers[0].associations[1].until", null, "customers[0].associations[1].until")]
    [InlineData("revenue[1].netNew", null, "revenue[1].netNew")]
    [InlineData("people[0].from", null, "people[0].from")]
    [InlineData("people[0].credentials", null, "people[0].credentials")]
    [InlineData("people[0].credentials[1].passedOn", null, "people[0].credentials[1].passedOn")]
    [InlineData("country", "\"FR\"", "country")]
    [InlineData("partner.country", "\"FR\"", "partner.country")]
    [InlineData("people[1].Credentials", "[]", "people[1].Credentials")]
    // The wrong kind of value.
    [InlineData("partner", "\"Fabrikam\"", "partner")]
    [InlineData("partner", "null", "partner")]
    [InlineData("partner.name", "null", "partner.name")]
    [InlineData("partner.name", "5", "partner.name")]
    [InlineData("partner.market", "\"Developed\"", "partner.market")]
    [InlineData("partner.market", "\"emerging\"", "partner.market")]
    [InlineData("partner.market", "0", "partner.market")]
    [InlineData("asOf", "\"2017-12-1\"", "asOf")]
    [InlineData("asOf", "\"2017-02-29\"", "asOf")]
    [InlineData("asOf", "\"2017-12-01T00:00:00Z\"", "asOf")]
    [InlineData("asOf", "\" 2017-12-01\"", "asOf")]
    [InlineData("asOf", "20171201", "asOf")]
    [InlineData("people", "null", "people")]
    [InlineData("people", "{}", "people")]
    [InlineData("people[1]", "null", "people[1]")]
    [InlineData("people[1]", "[]", "people[1]")]
    [InlineData("people[1].id", "2", "people[1].id")]
    [InlineData("people[0].credentials[0]", "\"MB2-715\"", "people[0].credentials[0]")]
    [InlineData("revenue[0].netNew", "\"true\"", "revenue[0].netNew")]
    [InlineData("revenue[0].netNew", "1", "revenue[0].netNew")]
    [InlineData("revenue[0].date", "null", "revenue[0].date")]
    // Amounts.
    [InlineData("revenue[0].amount", "\"60000.00\"", "revenue[0].amount")]
    [InlineData("revenue[0].amount", "null", "revenue[0].amount")]
    [InlineData("revenue[0].amount", "1.234", "revenue[0].amount")]
    [InlineData("revenue[0].amount", "1e-3", "revenue[0].amount")]
    [InlineData("revenue[0].amount", "1e400", "revenue[0].amount")]
    [InlineData("revenue[0].amount", "-10000000000000000", "revenue[0].amount")]
    // Names that nothing answers to.
    [InlineData("revenue[1].customer", "\"c3\"", "revenue[1].customer")]
    [InlineData("revenue[1].customer", "\"C1\"", "revenue[1].customer")]
    [InlineData("revenue[1].product", "\"crm-offline\"", "revenue[1].product")]
    [InlineData("revenue[1].product", "\"\"", "revenue[1].product")]
    [InlineData("customers[0].associations[0].type", "\"DPOR\"", "customers[0].associations[0].type")]
    [InlineData("people[0].credentials[1].code", "\"MB2-999\"", "people[0].credentials[1].code")]
    [InlineData("people[0].credentials[1].code", "\"\"", "people[0].credentials[1].code")]
    [InlineData("people[0].credentials[1].code", "\"\\u0000\"", "people[0].credentials[1].code")]
    // Ids that stand twice.
    [InlineData("customers[1].id", "\"c1\"", "customers[1].id", "revenue[1].customer")]
    [InlineData("people[1].id", "\"p1\"", "people[1].id")]
    // Dates that contradict.
    [InlineData("people[1].until", "\"2016-12-31\"", "people[1].until")]
    [InlineData("customers[0].associations[0].until", "\"2016-12-31\"", "customers[0].associations[0].until")]
    [InlineData("people[0].credentials[0]", """{ "code": "MB2-709", "passedOn": "2018-01-01" }""", "people[0].credentials[0].passedOn")]
    [InlineData("people[0].credentials[0]", """{ "code": "MB2-877", "passedOn": "2017-12-31" }""", "people[0].credentials[0].passedOn")]
    public void Read_WhenOnePlaceIsWrong_RefusesTheWhole_AndNamesThePlace(string place, string? json, params string[] paths) => AssertRefused(place, json, paths);

    [Theory]
    [InlineData("customers[0].id", "7", "customers[0].id")]
    [InlineData("customers[0].id", null, "customers[0].id")]
    [InlineData("customers[0]", "7", "customers[0]")]
    [InlineData("customers", "7", "customers")]
    public void Read_WhenACustomerCannotBeRead_DoesNotBlameItsLines(string place, string? json, params string[] paths) => AssertRefused(place, json, paths);

    [Fact]
    public void Read_WhenManyPlacesAreWrong_NamesThemAllAtOnce()
    {
        var document = JsonNode.Parse(Good)!;
        JsonEdit.Put(document, "partner.market", "\"other\"");
        JsonEdit.Put(document, "asOf", "\"today\"");
        JsonEdit.Put(document, "customers[0].associations[1].until", "\"2017-05-31\"");
        JsonEdit.Put(document, "customers[1].id", "\"c1\"");
        JsonEdit.Put(document, "revenue[0].amount", "1.234");
        JsonEdit.Put(document, "revenue[0].product", "\"none\"");
        JsonEdit.Put(document, "revenue[0].customer", "\"none\"");
        JsonEdit.Put(document, "revenue[1].date", null);
        JsonEdit.Put(document, "people[0].credentials[1]", """{ "code": "MB2-709", "passedOn": "2018-01-01" }""");
        JsonEdit.Put(document, "people[1].id", "\"p1\"");
        JsonEdit.Put(document, "people[1].salary", "1");
        Read(document.ToJsonString(), out var errors);
        Assert.Equal(
            new[]
            {
                "partner.market", "asOf", "customers[0].associations[1].until", "customers[1].id", "revenue[0].amount", "revenue[0].product", "revenue[0].customer",
                "revenue[1].customer", "revenue[1].date", "people[0].credentials[1].passedOn", "people[1].id", "people[1].salary",
            }.Order(StringComparer.Ordinal),
            errors.Select(error => error.Path).Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("""{ "partner": { "name": "F", "name": "G", "market": null }, "customers": [], "revenue": [], "people": [] }""", "partner.name")]
    [InlineData("""{ "partner": { "name": "F", "market": null }, "customers": [], "revenue": [], "people": [], "people": [] }""", "people")]
    [InlineData("""{ "partner": { "name": "F", "market": null, "\u006eame": "G" }, "customers": [], "revenue": [], "people": [] }""", "partner.name")]
    [InlineData("""{ "partner": { "name": "\ud800", "market": null }, "customers": [], "revenue": [], "people": [] }""", "partner.name")]
    [InlineData("""{ "partner": { "name": "F", "market": null, "\udc00": 1 }, "customers": [], "revenue": [], "people": [] }""", "partner")]
    [InlineData("null", "")]
    [InlineData("[]", "")]
    [InlineData("\"evidence\"", "")]
    public void Read_WhenTheTextItselfIsOdd_NamesThePlace(string text, string path)
    {
        Assert.Null(Read(text, out var errors));
        Assert.Equal(path, Assert.Single(errors).Path);
    }

    [Fact]
    public void Read_WhenItIsOneOfMany_NamesItsPlaceAmongThem()
    {
        using var document = JsonDocument.Parse(Good.Replace("MB2-715", "MB2-999", StringComparison.Ordinal));
        var errors = new DocumentErrors();
        Assert.Null(EvidenceDocument.Read(document.RootElement, BuiltInRulebook.Rulebook, errors, index: 17));
        Assert.Equal("[17].people[0].credentials[0].code", Assert.Single(errors.All).Path);
    }

    [Fact]
    public void Read_WhateverStandsAtAnyPlace_NeverThrows_AndGivesEvidenceOrErrors()
    {
        var places = JsonEdit.Places(JsonNode.Parse(Good)).ToArray();
        Assert.True(places.Length > 50);
        foreach (var place in places)
        {
            foreach (var json in new[] { null, "null", "true", "-1", "0.001", "1e99", "\"\"", "\"c1\"", "\"2017-07-07\"", "\"MB2-715\"", "[]", "[null]", "{}" })
            {
                var document = JsonNode.Parse(Good)!;
                JsonEdit.Put(document, place, json);
                Assert.Equal((place, json, Read(document.ToJsonString(), out var errors) is null), (place, json, errors.Count > 0));
            }
        }
    }

    [Fact]
    public void Write_WritesEveryCustomer_AndTheNamesThatTheRulebookGives()
    {
        var expected = JsonNode.Parse(Good)!;
        JsonEdit.Put(expected, "revenue[1].product", "\"crm-online\"");
        JsonEdit.Put(expected, "people[0].credentials[0].code", "\"MB2-715\"");
        JsonEdit.Put(expected, "people[0].credentials[1].code", "\"MB2-715\"");

        var written = Write(Read(Good, out _)!);

        Assert.Equal(expected.ToJsonString(), JsonNode.Parse(written)!.ToJsonString());
    }

    [Fact]
    public void Write_WhenLittleIsKnown_WritesNull()
    {
        var written = Write(new EvidenceDocument(new PartnerEvidence("Fabrikam", market: null, [], []), [], AsOf: null));

        Assert.Equal(
            """{"partner":{"name":"Fabrikam","market":null},"asOf":null,"customers":[],"revenue":[],"people":[]}""",
            JsonNode.Parse(written)!.ToJsonString());
        Assert.NotNull(Read(written, out _));
    }

    private static string Write(EvidenceDocument document)
    {
        using var text = new MemoryStream();
        using (var json = new Utf8JsonWriter(text, DocumentWriting.Options))
        {
            document.Write(json);
        }

        return Encoding.UTF8.GetString(text.ToArray());
    }

    private static void AssertRefused(string place, string? json, string[] paths)
    {
        var document = JsonNode.Parse(Good)!;
        JsonEdit.Put(document, place, json);
        var read = Read(document.ToJsonString(), out var errors);
        Assert.Equal(paths, errors.Select(error => error.Path));
        Assert.Equal(paths.Length > 0, read is null);
        Assert.All(errors, error => Assert.EndsWith(".", error.Message, StringComparison.Ordinal));
    }

    private static EvidenceDocument? Read(string text, out IReadOnlyList<DocumentError> errors)
    {
        using var document = JsonDocument.Parse(text);
        var found = new DocumentErrors();
        var read = EvidenceDocument.Read(document.RootElement, BuiltInRulebook.Rulebook, found);
        errors = found.All;
        return read;
    }
}
