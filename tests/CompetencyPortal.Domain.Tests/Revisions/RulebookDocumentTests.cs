using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

using CompetencyPortal.Domain.Documents;
using CompetencyPortal.Domain.Revisions;
using CompetencyPortal.Domain.Tests.Documents;

namespace CompetencyPortal.Domain.Tests.Revisions;

/// <summary>A rulebook document is read whole or refused whole. The cases change one place of the built-in documents.</summary>
public sealed class RulebookDocumentTests
{
    private const string Credential = "[0].credentials[2]";
    private const string Product = "[1].products[0]";
    private const string Competency = "[2].competency";
    private const string Revision = Competency + ".revisions[0]";
    private const string Option = Revision + ".options[0]";
    private const string Threshold = Option + ".thresholds[0]";
    private const string Silver = Option + ".staffing.silver";
    private const string Slot = Silver + "[0].teams[0].slots[0]";

    [Theory]
    // Properties: missing, unknown.
    [InlineData(Competency + ".name", null, Competency + ".name")]
    [InlineData(Revision + ".source", null, Revision + ".source")]
    [InlineData(Threshold + ".netNewOnly", null, Threshold + ".netNewOnly")]
    [InlineData(Slot + ".each", null, Slot + ".each")]
    [InlineData("[2].competencies", "[]", "[2].competencies")]
    [InlineData(Revision + ".note", "\"\"", Revision + ".note")]
    [InlineData(Threshold + ".amounts.platinum", "null", Threshold + ".amounts.platinum")]
    [InlineData(Slot + ".Places", "5", Slot + ".Places")]
    // Dates.
    [InlineData(Revision + ".effectiveFrom", "\"2017-02-30\"", Revision + ".effectiveFrom")]
    [InlineData(Revision + ".effectiveFrom", "\"27.06.2017\"", Revision + ".effectiveFrom")]
    [InlineData(Revision + ".publishedOn", "null", Revision + ".publishedOn")]
    [InlineData(Revision + ".source.version", "20170627", Revision + ".source.version")]
    [InlineData(Revision + ".effectiveFrom", "\"2017-07-07\"", Competency + ".revisions[1].effectiveFrom")]
    // Codes and names.
    [InlineData(Competency + ".code", "\"Cloud Business\"", Competency + ".code")]
    [InlineData(Competency + ".code", "\"-cloud\"", Competency + ".code")]
    [InlineData(Competency + ".code", "\"\"", Competency + ".code")]
    [InlineData(Competency + ".code", "\"cloud-customer-relationship-management\"", "[3].competency.code")]
    [InlineData(Competency + ".name", "\" \"", Competency + ".name")]
    [InlineData(Revision + ".source.document", "\"\"", Revision + ".source.document")]
    [InlineData(Revision + ".source.datedBy", "\"hearsay\"", Revision + ".source.datedBy")]
    [InlineData(Option + ".code", "\"enterprise-operations\"", Revision + ".options[1].code")]
    [InlineData(Threshold + ".id", "\"Net new\"", Threshold + ".id")]
    [InlineData(Revision + ".options[1].thresholds[0].id", "\"net-new\"", Revision + ".options[1].thresholds[1].id")]
    // Amounts.
    [InlineData(Threshold + ".amounts.silver.developed", "-1", Threshold + ".amounts.silver.developed")]
    [InlineData(Threshold + ".amounts.silver.developed", "1.234", Threshold + ".amounts.silver.developed")]
    [InlineData(Threshold + ".amounts.silver.developed", "1e400", Threshold + ".amounts.silver.developed")]
    [InlineData(Threshold + ".amounts.gold.developing", "\"150000\"", Threshold + ".amounts.gold.developing")]
    [InlineData(Threshold + ".amounts", "{ \"silver\": null, \"gold\": null }", Threshold + ".amounts")]
    // Products, windows and associations of a threshold.
    [InlineData(Threshold + ".products", "[]", Threshold + ".products")]
    [InlineData(Threshold + ".products[0]", "\"dynamics-364\"", Threshold + ".products[0]")]
    [InlineData(Threshold + ".products[2]", "\"Dynamics 365 Plan 1\"", Threshold + ".products[2]")]
    [InlineData(Threshold + ".window.reading", "\"lastYear\"", Threshold + ".window.reading")]
    [InlineData(Threshold + ".window.alternatives", "[ \"trailingTwelveMonths\" ]", Threshold + ".window.alternatives")]
    [InlineData(Threshold + ".window.alternatives", "[ \"allTime\", \"allTime\" ]", Threshold + ".window.alternatives[1]")]
    [InlineData(Threshold + ".window.source", "null", Threshold + ".window.source")]
    [InlineData(Threshold + ".association.anyOf", "[]", Threshold + ".association.anyOf")]
    [InlineData(Threshold + ".association.anyOf[0]", "\"DPOR\"", Threshold + ".association.anyOf[0]")]
    [InlineData(Threshold + ".association.anyOf[1]", "\"digitalPartnerOfRecord\"", Threshold + ".association.anyOf[1]")]
    [InlineData(Threshold + ".association.decidedOn", "\"2017\"", Threshold + ".association.decidedOn")]
    // People.
    [InlineData(Silver, "[]", Silver)]
    [InlineData(Silver + "[0].teams", "[]", Silver + "[0].teams")]
    [InlineData(Silver + "[0].teams[0].slots", "[]", Silver + "[0].teams[0].slots")]
    [InlineData(Slot + ".places", "0", Slot + ".places")]
    [InlineData(Slot + ".places", "10001", Slot + ".places")]
    [InlineData(Slot + ".places", "2.5", Slot + ".places")]
    [InlineData(Slot + ".places", "\"5\"", Slot + ".places")]
    [InlineData(Slot + ".each", "5", Slot + ".each")]
    [InlineData(Slot + ".each", "\"MB2-999\"", Slot + ".each")]
    [InlineData(Slot + ".each", "\"–\"", Slot + ".each")]
    [InlineData(Slot + ".each.allOf[2].anyOf[1]", "\"MB2-999\"", Slot + ".each.allOf[2].anyOf[1]")]
    [InlineData(Slot + ".each.allOf[2].anyOf", "[]", Slot + ".each.allOf[2].anyOf")]
    [InlineData(Slot + ".each.allOf[2]", "{ \"oneOf\": [ \"MB2-717\" ] }", Slot + ".each.allOf[2].oneOf", Slot + ".each.allOf[2]")]
    [InlineData(Slot + ".each.allOf[2]", "{}", Slot + ".each.allOf[2]")]
    [InlineData(Slot + ".each.anyOf", "[ \"MB2-717\" ]", Slot + ".each")]
    [InlineData(Option + ".thresholds", "[]")]
    // A tier that asks for nothing.
    [InlineData(Option, """{ "code": "a", "name": "A", "thresholds": [], "staffing": { "silver": [ { "teams": [ { "slots": [ { "places": 1, "each": "MB2-715" } ] } ] } ], "gold": null } }""", Option + ".staffing")]
    // Lists that are too short.
    [InlineData(Competency + ".revisions", "[]", Competency + ".revisions")]
    [InlineData(Revision + ".options", "[]", Revision + ".options")]
    [InlineData(Revision + ".options", "{}", Revision + ".options")]
    // Credentials.
    [InlineData(Credential + ".lastSat", "\"2019-01-01\"", Credential + ".countsUntil")]
    [InlineData(Credential + ".firstSat", "\"2018-01-01\"", Credential + ".lastSat")]
    [InlineData("[0].credentials[16]", """{ "code": "—", "title": "Dash" }""", "[0].credentials[16].code")]
    [InlineData("[0].credentials[16]", """{ "code": "Exam 70-764", "title": "Again" }""", "[0].credentials[16].code")]
    // Products.
    [InlineData("[1].products[5]", """{ "code": "a", "name": "A", "formerNames": [ "CRM online" ] }""", "[1].products[5].code")]
    [InlineData(Product + ".formerNames", "null", Product + ".formerNames")]
    [InlineData("[1].products[5]", """{ "code": "a", "name": "—", "formerNames": [ "–" ] }""", "[1].products[5].name", "[1].products[5].formerNames[0]")]
    // Whole documents.
    [InlineData("[4]", "5", "[4]")]
    [InlineData("[4]", "null", "[4]")]
    public void Read_WhenOnePlaceIsWrong_RefusesTheWhole_AndNamesThePlace(string place, string? json, params string[] paths)
    {
        var documents = BuiltIn();
        JsonEdit.Put(documents, place, json);
        Assert.Equal(paths, Refusals(documents.ToJsonString()));
    }

    [Fact]
    public void Read_WhenManyPlacesAreWrong_NamesThemAllAtOnce()
    {
        var documents = BuiltIn();
        JsonEdit.Put(documents, Credential + ".lastSat", "\"yesterday\"");
        JsonEdit.Put(documents, Product + ".formerNames", null);
        JsonEdit.Put(documents, Revision + ".effectiveFrom", "\"yesterday\"");
        JsonEdit.Put(documents, Threshold + ".amounts.silver.developed", "\"100000\"");
        JsonEdit.Put(documents, Slot + ".places", "0");
        JsonEdit.Put(documents, "[3].competency.revisions[1].options[0].name", "7");
        JsonEdit.Put(documents, "[3].competency.colour", "7");
        Assert.Equal(
            new[]
            {
                Credential + ".lastSat", Product + ".formerNames", Revision + ".effectiveFrom", Threshold + ".amounts.silver.developed", Slot + ".places",
                "[3].competency.revisions[1].options[0].name", "[3].competency.colour",
            }.Order(StringComparer.Ordinal),
            Refusals(documents.ToJsonString()).Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("""{ "competency": {}, "competency": {} }""", "competency")]
    [InlineData("""{ "competency": { "code": "a", "name": "\ud800", "revisions": [] } }""", "competency.name")]
    [InlineData("""[ { "products": [ { "code": "a", "code": "b", "name": "A", "formerNames": [] } ] } ]""", "[0].products[0].code")]
    public void Read_WhenAPropertyStandsTwice_OrIsNoText_NamesIt(string text, string path) => Assert.Contains(path, Refusals(text));

    [Theory]
    [InlineData("")]
    [InlineData("[")]
    [InlineData("{ 'a': 1 }")]
    [InlineData("[ {}, ]")]
    [InlineData("{} {}")]
    [InlineData("\0")]
    public void Read_WhenItIsNotJson_SaysSo(string text) => Assert.Equal([""], Refusals(text));

    [Theory]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("""{ "credentials": [], "products": [] }""")]
    public void Read_WhenNoCompetencyIsStated_SaysSo(string text) => Assert.Equal([""], Refusals(text));

    [Fact]
    public void Read_WhenItBeginsWithAByteOrderMark_ReadsIt() => Assert.Empty(Refusals("\uFEFF" + BuiltIn().ToJsonString()));

    [Fact]
    public void Read_WhenNestedTooDeeply_SaysSo() => Assert.Equal([""], Refusals(string.Concat(Enumerable.Repeat("{\"competency\":", 100_000))));

    [Fact]
    public void Read_WhenATeamHasTooManySlots_NamesThem()
    {
        var documents = BuiltIn();
        JsonEdit.Put(documents, Silver + "[0].teams[0].slots", $"[{string.Join(',', Enumerable.Repeat("""{ "places": 1, "each": "MB2-715" }""", 65))}]");
        Assert.Equal([Silver + "[0].teams[0].slots"], Refusals(documents.ToJsonString()));
    }

    [Fact]
    public void Read_WhenCredentialsAndProductsAreKnown_AsksOnlyForTheCompetency()
    {
        var text = BuiltIn()[3]!.ToJsonString();
        Assert.NotEmpty(Refusals(text));
        var errors = new DocumentErrors();
        var rulebook = RulebookDocument.Read(Encoding.UTF8.GetBytes(text), BuiltInRulebook.Rulebook, errors);
        Assert.Empty(errors.All);
        Assert.Equal("cloud-customer-relationship-management", Assert.Single(rulebook!.Competencies).Code);
        Assert.Equal(BuiltInRulebook.Rulebook.Credentials.All, rulebook.Credentials.All);
    }

    [Fact]
    public void Read_WhateverStandsAtAnyPlace_NeverThrows_AndGivesARulebookOrErrors()
    {
        // The last document alone, with the credentials and products known: every place of it, and everything that could stand there.
        var places = JsonEdit.Places(BuiltIn()[3]!).ToArray();
        Assert.True(places.Length > 100);
        foreach (var place in places)
        {
            foreach (var json in new[] { null, "null", "true", "-1", "0.001", "1e99", "\"\"", "\"–\"", "\"2017-07-07\"", "\"MB2-715\"", "[]", "[null]", "{}" })
            {
                var document = BuiltIn()[3]!.DeepClone();
                JsonEdit.Put(document, place, json);
                var errors = new DocumentErrors();
                var rulebook = RulebookDocument.Read(Encoding.UTF8.GetBytes(document.ToJsonString()), BuiltInRulebook.Rulebook, errors);
                Assert.Equal((place, json, rulebook is null), (place, json, errors.Count > 0));
            }
        }
    }

    [Fact]
    public void Write_EveryBuiltInRevision_ReadsBackEqual()
    {
        var revisions = BuiltInRulebook.Rulebook.Competencies.SelectMany(competency => competency.History.Revisions).ToArray();
        Assert.Equal(4, revisions.Length);
        foreach (var revision in revisions)
        {
            var text = RevisionDocument.Write(revision);
            var read = RevisionDocument.Read(text, BuiltInRulebook.Rulebook);
            Assert.Equal(revision, read);
            Assert.Equal(text, RevisionDocument.Write(read));
        }
    }

    [Fact]
    public void Write_ARevisionOfEveryShape_ReadsBackEqual()
    {
        var document = BuiltIn()[2]!;
        const string option = "competency.revisions[0].options[0]";
        JsonEdit.Put(document, option + ".thresholds[0].association", "null");
        JsonEdit.Put(document, option + ".thresholds[0].amounts.gold", "null");
        JsonEdit.Put(document, option + ".thresholds[0].amounts.silver.developing", "0.10");
        JsonEdit.Put(document, option + ".thresholds[0].window.alternatives", "[ \"allTime\" ]");
        JsonEdit.Put(document, option + ".staffing.silver", "null");
        JsonEdit.Put(document, option + ".staffing.gold[1]", """{ "teams": [ { "slots": [ { "places": 2, "each": "MB2-715" }, { "places": 1, "each": { "anyOf": [ { "allOf": [ "70-764" ] }, "MB2-716" ] } } ] }, { "slots": [ { "places": 1, "each": "MB2-717" } ] } ] }""");
        JsonEdit.Put(document, "competency.revisions[0].source.version", "null");
        JsonEdit.Put(document, "competency.revisions[0].source.document", "\"«Seite» \\u0000 \\\" 頁\"");
        var errors = new DocumentErrors();
        var rulebook = RulebookDocument.Read(Encoding.UTF8.GetBytes(document.ToJsonString()), BuiltInRulebook.Rulebook, errors);
        Assert.Empty(errors.All);
        var revision = rulebook!.Competencies[0].History.Revisions[0];
        Assert.Equal(revision, RevisionDocument.Read(RevisionDocument.Write(revision), BuiltInRulebook.Rulebook));
        Assert.NotEqual(revision, BuiltInRulebook.Rulebook.Competencies[0].History.Revisions[0]);
    }

    [Fact]
    public void ReadRevision_WhenItIsWrong_ThrowsWithEveryError()
    {
        var revision = BuiltIn()[2]!["competency"]!["revisions"]![0]!;
        JsonEdit.Put(revision, "effectiveFrom", "null");
        JsonEdit.Put(revision, "options[0].thresholds[0].products[0]", "\"unknown\"");
        var refusal = Assert.Throws<DocumentException>(() => RevisionDocument.Read(revision.ToJsonString(), BuiltInRulebook.Rulebook));
        Assert.Equal(["effectiveFrom", "options[0].thresholds[0].products[0]"], refusal.Errors.Select(error => error.Path));
    }

    [Fact]
    public void Write_OfARulebook_IsReadAsTheSameCompetencies()
    {
        using var text = new MemoryStream();
        using (var json = new Utf8JsonWriter(text, DocumentWriting.Options))
        {
            RulebookDocument.Write(json, BuiltInRulebook.Rulebook);
        }

        var errors = new DocumentErrors();
        var read = RulebookDocument.Read(text.ToArray(), BuiltInRulebook.Rulebook, errors);

        Assert.Empty(errors.All);
        Assert.Equal(BuiltInRulebook.Rulebook.Competencies.Select(one => (one.Code, one.Name)), read!.Competencies.Select(one => (one.Code, one.Name)));
        Assert.Equal(BuiltInRulebook.Rulebook.Competencies.SelectMany(one => one.History.Revisions), read.Competencies.SelectMany(one => one.History.Revisions));
    }

    private static JsonNode BuiltIn() => JsonNode.Parse(BuiltInRulebook.Text())!;

    private static IEnumerable<string> Refusals(string text)
    {
        var errors = new DocumentErrors();
        var rulebook = RulebookDocument.Read(Encoding.UTF8.GetBytes(text), known: null, errors);
        Assert.Equal(rulebook is null, errors.Count > 0);
        Assert.All(errors.All, error => Assert.EndsWith(".", error.Message, StringComparison.Ordinal));
        return errors.All.Select(error => error.Path);
    }
}
