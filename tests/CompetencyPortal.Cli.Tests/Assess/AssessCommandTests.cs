using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;

namespace CompetencyPortal.Cli.Tests.Assess;

/// <summary>The command <c>assess</c> as a shell sees it. Which evidence is refused, and why, is tested with the documents themselves.</summary>
public sealed class AssessCommandTests
{
    private const string Evidence = """
        {
          "partner": { "name": "Fabrikam", "market": "developed" },
          "asOf": "2017-12-01",
          "customers": [
            { "id": "c1", "name": "Northwind",
              "associations": [ { "type": "digitalPartnerOfRecord", "from": "2017-01-01", "until": null } ] }
          ],
          "revenue": [
            { "customer": "c1", "product": "dynamics-365-customer-engagement", "date": "2017-05-31", "amount": 60000.00, "netNew": true }
          ],
          "people": [
            { "id": "p1", "name": "Ana", "from": null, "until": null,
              "credentials": [ { "code": "MB2-715", "passedOn": "2017-03-01" } ] }
          ]
        }
        """;

    /// <summary>The answer to <see cref="Evidence"/> for Silver of Enterprise Customer Engagement.</summary>
    private const string Silver = """
        { "tier": "silver", "standing": "notMet",
          "findings": [
            { "kind": "revenue", "threshold": "net-new", "standing": "notMet",
              "required": 100000.00, "counted": 60000.00, "shortfall": 40000.00,
              "excluded": { "product": 0.00, "netNew": 0.00, "window": 0.00, "association": 0.00 },
              "otherReadings": [ ] },
            { "kind": "staffing", "standing": "notMet",
              "required": 5, "filled": 0, "path": 1,
              "assignments": [ { "team": 1, "slot": 1, "places": 5, "people": [ ] } ],
              "blocking": [ { "team": 1, "slots": [ 1 ], "places": 5, "people": [ ] } ],
              "otherReadings": [ ] } ] }
        """;

    private static readonly string Wrong = Evidence.Replace("MB2-715", "MB2-999", StringComparison.Ordinal);

    [Fact]
    public async Task Assess_OneDocument_PrintsItsStanding()
    {
        var answer = await OfFileAsync(Evidence);
        AssertAccepted(answer);
        var standing = JsonNode.Parse(answer.Output)!;
        Assert.Equal(("Fabrikam", "2017-12-01"), ((string)standing["partner"]!, (string)standing["asOf"]!));
        Assert.Equal(["partner", "asOf", "competencies"], standing.AsObject().Select(property => property.Key));

        var competency = standing["competencies"]![0]!;
        Assert.Equal(["code", "revision", "options"], competency.AsObject().Select(property => property.Key));
        Assert.Equal(("cloud-business-applications", "2017-07-07"), ((string)competency["code"]!, (string)competency["revision"]!));
        var option = competency["options"]![0]!;
        Assert.Equal(["code", "attained", "tiers"], option.AsObject().Select(property => property.Key));
        Assert.Null(option["attained"]);
        Assert.Equal(JsonNode.Parse(Silver)!.ToJsonString(), option["tiers"]![0]!.ToJsonString());
        Assert.EndsWith("\n", answer.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Assess_FromStandardInput_AnswersAsFromAFile()
    {
        var answer = await CommandLine.RunAsync(Encoding.UTF8.GetBytes(Evidence), "assess", "-");
        AssertAccepted(answer);
        Assert.Equal((await OfFileAsync(Evidence)).Output, answer.Output);
    }

    [Fact]
    public async Task Assess_AnArray_AnswersInTheSameOrder()
    {
        string[] names = ["Ümlaut & <Söhne>", "Tailspin", "株式会社", "Fabrikam"];
        var answer = await OfFileAsync($"[{string.Join(",\n", names.Select(name => Evidence.Replace("Fabrikam", name, StringComparison.Ordinal)))}]");
        AssertAccepted(answer);
        Assert.Equal(names, JsonNode.Parse(answer.Output)!.AsArray().Select(standing => (string)standing!["partner"]!));
    }

    [Theory]
    [InlineData("[]")]
    [InlineData(" [ \n ] ")]
    [InlineData("\uFEFF[]")]
    public async Task Assess_AnEmptyArray_AnswersAnEmptyArray(string text)
    {
        var answer = await OfFileAsync(text);
        AssertAccepted(answer);
        Assert.Empty(JsonNode.Parse(answer.Output)!.AsArray());
    }

    [Theory]
    [InlineData("\uFEFF")]
    [InlineData("\r\n\t ")]
    [InlineData("\uFEFF\n")]
    public async Task Assess_WhateverStandsBeforeTheDocument_ReadsIt(string before) =>
        Assert.Equal((await OfFileAsync(Evidence)).Output, (await OfFileAsync(before + Evidence)).Output);

    [Fact]
    public async Task Assess_WithAsOf_OverridesTheDocuments()
    {
        var answer = await OfFileAsync(Evidence, "--as-of", "2017-06-27");
        AssertAccepted(answer);
        var standing = JsonNode.Parse(answer.Output)!;
        Assert.Equal("2017-06-27", (string)standing["asOf"]!);
        Assert.Equal("2017-06-27", (string)standing["competencies"]![0]!["revision"]!);
    }

    [Fact]
    public async Task Assess_BeforeTheFirstRevision_AnswersNotYetInForce()
    {
        var standing = JsonNode.Parse((await OfFileAsync(Evidence, "--as-of", "2017-06-26")).Output)!;
        Assert.All(standing["competencies"]!.AsArray(), competency => Assert.Equal(
            ("null", 0), (competency!["revision"]?.ToJsonString() ?? "null", competency["options"]!.AsArray().Count)));
        Assert.Contains("\"revision\": null", (await OfFileAsync(Evidence, "--as-of", "2017-06-26")).Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("\"asOf\": \"2017-12-01\",", "\"asOf\": null,")]
    [InlineData("\"asOf\": \"2017-12-01\",", "")]
    public async Task Assess_WithNoDateAtAll_JudgesToday(string stated, string replaced)
    {
        var before = DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime);
        var answer = await OfFileAsync(Evidence.Replace(stated, replaced, StringComparison.Ordinal));
        AssertAccepted(answer);
        var asOf = DateOnly.ParseExact((string)JsonNode.Parse(answer.Output)!["asOf"]!, "yyyy-MM-dd", CultureInfo.InvariantCulture);
        Assert.InRange(asOf, before, DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime));
    }

    [Fact]
    public async Task Assess_WithExplain_AddsTheLinesBehindEachSum_AndTheNearMisses()
    {
        var answer = await OfFileAsync(Evidence, "--explain");
        AssertAccepted(answer);
        var tiers = JsonNode.Parse(answer.Output)!["competencies"]![0]!["options"]!.AsArray().Select(option => option!["tiers"]![0]!["findings"]!).ToArray();
        Assert.Equal("""{"counted":[0],"product":[],"netNew":[],"window":[],"association":[]}""", tiers[0][0]!["lines"]!.ToJsonString());
        Assert.Equal("""{"counted":[],"product":[0],"netNew":[],"window":[],"association":[]}""", tiers[1][0]!["lines"]!.ToJsonString());
        Assert.Equal(
            """[{"person":"p1","team":1,"slot":1,"missing":["MB2-716",{"anyOf":["MB2-717","MB2-718"]}]}]""",
            tiers[0][1]!["nearMisses"]!.ToJsonString());
        Assert.Equal("[]", tiers[1][2]!["nearMisses"]!.ToJsonString());

        // Without it nothing else changes.
        var plain = JsonNode.Parse(answer.Output)!;
        foreach (var finding in plain["competencies"]!.AsArray().SelectMany(c => c!["options"]!.AsArray()).SelectMany(o => o!["tiers"]!.AsArray()).SelectMany(t => t!["findings"]!.AsArray()))
        {
            Assert.True(finding!.AsObject().Remove("lines") || finding.AsObject().Remove("nearMisses"));
        }

        Assert.Equal(JsonNode.Parse((await OfFileAsync(Evidence)).Output)!.ToJsonString(), plain.ToJsonString());
    }

    [Fact]
    public async Task Assess_WithAnotherRulebook_JudgesByIt()
    {
        using var rulebook = new TemporaryFile("""
            {
              "competency": {
                "code": "house", "name": "House",
                "revisions": [ {
                  "effectiveFrom": "2017-01-01", "publishedOn": "2017-01-01",
                  "source": { "document": "House rules", "version": null, "datedBy": "statement" },
                  "options": [ {
                    "code": "any", "name": "Any", "thresholds": [],
                    "staffing": {
                      "silver": [ { "teams": [ { "slots": [ { "places": 1, "each": "MB2-715" } ] } ] } ],
                      "gold": [ { "teams": [ { "slots": [ { "places": 2, "each": "Exam MB2 715" } ] } ] } ] } } ] } ] } }
            """);
        var answer = await OfFileAsync(Evidence, "--rulebook", rulebook.Path);
        AssertAccepted(answer);
        var competency = Assert.Single(JsonNode.Parse(answer.Output)!["competencies"]!.AsArray())!;
        Assert.Equal(("house", "silver"), ((string)competency["code"]!, (string)competency["options"]![0]!["attained"]!));
    }

    [Fact]
    public async Task Assess_WithABadRulebook_RefusesItWithEveryError()
    {
        using var rulebook = new TemporaryFile("""{ "competency": { "code": "House", "name": "House", "revisions": [ ], "colour": "red" } }""");
        var answer = await OfFileAsync(Evidence, "--rulebook", rulebook.Path);
        AssertRefused(answer);
        Assert.Equal(
            ["competency.code", "competency.colour", "competency.revisions"],
            answer.Errors[1..].Select(line => line[..line.IndexOf(':', StringComparison.Ordinal)]).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Assess_WhenADocumentIsWrong_RefusesItWithItsPath()
    {
        var answer = await OfFileAsync(Wrong);
        AssertRefused(answer);
        Assert.StartsWith("people[0].credentials[0].code: ", Assert.Single(answer.Errors), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Assess_WhenDocumentsOfAnArrayAreWrong_NamesEveryErrorOfEachOfThem_AndPrintsNothing()
    {
        var answer = await OfFileAsync($"[{Evidence},{Wrong.Replace("60000.00", "1.234", StringComparison.Ordinal)},{Evidence},{Wrong}]");
        AssertRefused(answer);
        Assert.Equal(
            ["[1].revenue[0].amount", "[1].people[0].credentials[0].code", "[3].people[0].credentials[0].code"],
            answer.Errors.Select(line => line[..line.IndexOf(':', StringComparison.Ordinal)]));
    }

    [Fact]
    public async Task Assess_WhenOnlyTheLastOfManyIsBad_PrintsNothing()
    {
        var answer = await CommandLine.RunAsync(Encoding.UTF8.GetBytes($"[{string.Join(',', Enumerable.Repeat(Evidence, 500))},{Wrong}]"), "assess", "-");
        AssertRefused(answer);
        Assert.StartsWith("[500].people[0].credentials[0].code: ", Assert.Single(answer.Errors), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "This is not JSON")]
    [InlineData("{", "This is not JSON")]
    [InlineData("[", "[0]: This is not JSON")]
    [InlineData("EVIDENCE EVIDENCE", "This is not JSON")]
    [InlineData("[EVIDENCE", "[1]: This is not JSON")]
    [InlineData("[EVIDENCE,]", "[1]: This is not JSON")]
    [InlineData("[EVIDENCE,{\"partner\":", "[1]: This is not JSON")]
    [InlineData("[EVIDENCE] x", "[1]: This is not JSON")]
    [InlineData("EVIDENCE\0", "This is not JSON")]
    [InlineData("\0", "This is not JSON")]
    [InlineData("// evidence\nEVIDENCE", "This is not JSON")]
    public async Task Assess_WhenItIsNotJson_SaysWhichDocument(string text, string message)
    {
        var answer = await OfFileAsync(text.Replace("EVIDENCE", Evidence, StringComparison.Ordinal));
        AssertRefused(answer);
        Assert.StartsWith(message, Assert.Single(answer.Errors), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Assess_WhenASyntaxErrorFollowsWrongDocuments_NamesTheirErrorsToo()
    {
        var answer = await OfFileAsync($"[{Wrong},{Evidence},{Wrong},\n!]");
        AssertRefused(answer);
        Assert.Equal(3, answer.Errors.Length);
        Assert.StartsWith("[0].people[0].credentials[0].code: ", answer.Errors[0], StringComparison.Ordinal);
        Assert.StartsWith("[2].people[0].credentials[0].code: ", answer.Errors[1], StringComparison.Ordinal);
        Assert.StartsWith("[3]: This is not JSON", answer.Errors[2], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("[")]
    [InlineData("{\"partner\":")]
    public async Task Assess_WhenNestedWithoutEnd_RefusesIt(string opening) =>
        AssertRefused(await OfFileAsync(string.Concat(Enumerable.Repeat(opening, 200_000))));

    [Fact]
    public async Task Assess_WhenTextIsNoUnicode_RefusesItWithItsPath()
    {
        var escaped = await OfFileAsync(Evidence.Replace("Northwind", "\\ud800", StringComparison.Ordinal));
        AssertRefused(escaped);
        Assert.StartsWith("customers[0].name: ", Assert.Single(escaped.Errors), StringComparison.Ordinal);

        // Bytes that are no UTF-8.
        using var raw = new TemporaryFile([.. Encoding.Latin1.GetBytes(Evidence.Replace("Northwind", "N\u00f8rthwind", StringComparison.Ordinal))]);
        AssertRefused(await CommandLine.RunAsync(null, "assess", raw.Path));
    }

    [Fact]
    public async Task Assess_WhenTheDocumentHoldsControlCharacters_DoesNotLetThemReachTheTerminal()
    {
        var answer = await OfFileAsync(Evidence.Replace("\"c1\", \"product\"", "\"\\u001b[2J\\n\", \"product\"", StringComparison.Ordinal));
        AssertRefused(answer);
        var line = Assert.Single(answer.Errors);
        Assert.StartsWith("revenue[0].customer: ", line, StringComparison.Ordinal);
        Assert.DoesNotContain('\u001b', line);
    }

    [Theory]
    [InlineData("assess")]
    [InlineData("assess", "one.json", "two.json")]
    [InlineData("assess", "missing.json")]
    [InlineData("assess", "")]
    [InlineData("assess", ".")]
    [InlineData("assess", "-", "--as-of", "2017-02-29")]
    [InlineData("assess", "-", "--as-of", "27.06.2017")]
    [InlineData("assess", "-", "--as-of")]
    [InlineData("assess", "-", "--as-of", "2017-06-27", "--as-of", "2017-06-28")]
    [InlineData("assess", "-", "--rulebook", "missing.json")]
    [InlineData("assess", "-", "--rulebook", "")]
    [InlineData("assess", "-", "--today")]
    public async Task Assess_WhenTheCommandLineIsWrong_RefusesIt(params string[] arguments)
    {
        var answer = await CommandLine.RunAsync(Encoding.UTF8.GetBytes(Evidence), arguments);
        AssertRefused(answer);
        Assert.DoesNotContain(answer.Errors, line => line.Contains("   at ", StringComparison.Ordinal));
    }

    private static async Task<CommandLine> OfFileAsync(string text, params string[] arguments)
    {
        using var file = new TemporaryFile(text);
        return await CommandLine.RunAsync(null, ["assess", file.Path, .. arguments]);
    }

    private static void AssertAccepted(CommandLine answer)
    {
        Assert.Empty(answer.Errors);
        Assert.Equal(0, answer.ExitCode);
    }

    private static void AssertRefused(CommandLine answer)
    {
        Assert.Equal("", answer.Output);
        Assert.Equal(2, answer.ExitCode);
        Assert.NotEmpty(answer.Errors);
    }
}
