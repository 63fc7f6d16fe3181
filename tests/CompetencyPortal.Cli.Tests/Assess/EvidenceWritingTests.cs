using System.Text;
using System.Text.Json;

using CompetencyPortal.Cli.Tests.Assess.Independent;
using CompetencyPortal.Domain.Documents;
using CompetencyPortal.Domain.Evaluation;
using CompetencyPortal.Domain.Evidence;
using CompetencyPortal.Domain.Revisions;
using CompetencyPortal.Testing;

namespace CompetencyPortal.Cli.Tests.Assess;

/// <summary>Evidence that was read and written again is the same evidence.</summary>
public sealed class EvidenceWritingTests
{
    [Fact]
    public void Write_OfRandomEvidence_IsReadAsTheSame_AndJudgedAlike() => Dice.Play(1_000, dice =>
    {
        var original = Read(RandomEvidence.Roll(dice).ToJsonString());

        var written = Text(original.Write);
        var read = Read(written);

        Assert.Equal(written, Text(read.Write));
        Assert.Equal(Text(json => Judge(json, original)), Text(json => Judge(json, read)));
    });

    private static void Judge(Utf8JsonWriter json, EvidenceDocument document)
    {
        var day = document.AsOf!.Value;
        StandingDocument.Write(json, document.Evidence, day, Assessor.Assess(document.Evidence, BuiltInRulebook.Rulebook, day), explain: true);
    }

    private static EvidenceDocument Read(string text)
    {
        using var document = JsonDocument.Parse(text);
        var errors = new DocumentErrors();
        var read = EvidenceDocument.Read(document.RootElement, BuiltInRulebook.Rulebook, errors);
        Assert.Empty(errors.All);
        return read!;
    }

    private static string Text(Action<Utf8JsonWriter> write)
    {
        using var text = new MemoryStream();
        using (var json = new Utf8JsonWriter(text, DocumentWriting.Options))
        {
            write(json);
        }

        return Encoding.UTF8.GetString(text.ToArray());
    }
}
