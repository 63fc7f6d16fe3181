using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

using CompetencyPortal.Domain.Evidence;
using CompetencyPortal.Domain.Revisions;
using CompetencyPortal.Testing;

namespace CompetencyPortal.Domain.Tests.Documents;

/// <summary>
/// The schemas in docs are those that the code reads by. Run with COMPETENCYPORTAL_WRITE_SCHEMAS=1 to write them anew after a change.
/// </summary>
public sealed class SchemaTests
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    [Fact]
    public void RulebookSchema_InTheDocs_IsThatOfTheCode() => AssertIsThatOfTheCode("rulebook.schema.json", RulebookDocument.Schema());

    [Fact]
    public void EvidenceSchema_InTheDocs_IsThatOfTheCode() => AssertIsThatOfTheCode("evidence.schema.json", EvidenceDocument.Schema());

    private static void AssertIsThatOfTheCode(string file, JsonObject schema)
    {
        var expected = schema.ToJsonString(Indented) + "\n";
        var path = Checkout.Doc(file);
        if (Environment.GetEnvironmentVariable("COMPETENCYPORTAL_WRITE_SCHEMAS") == "1")
        {
            File.WriteAllText(path, expected);
        }

        Assert.Equal(expected, File.ReadAllText(path));
    }
}
