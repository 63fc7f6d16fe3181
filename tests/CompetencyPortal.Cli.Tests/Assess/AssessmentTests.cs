using System.Text;
using System.Text.Json;

using CompetencyPortal.Cli.Assess;
using CompetencyPortal.Cli.Tests.Assess.Independent;
using CompetencyPortal.Domain.Revisions;
using CompetencyPortal.Testing;

namespace CompetencyPortal.Cli.Tests.Assess;

public sealed class AssessmentTests
{
    private static readonly string[] Insertions = ["{", "}", "[", "]", ",", ":", "\"", "\\", "\\ud800", "0", "-", "e", ".", "null", "\0", "\u001b", "é", " "];

    [Fact]
    public Task RunAsync_HoweverTheTextIsDamaged_AnswersOrRefuses_AndNeverThrows() => Dice.PlayAsync(2_000, async dice =>
    {
        var one = RandomEvidence.Roll(dice).ToJsonString();
        var text = Encoding.UTF8.GetBytes(dice.Chance(50) ? one : $"[{one},{one}]").ToList();
        foreach (var _ in dice.Some(1, 3, i => i))
        {
            var place = dice.Below(text.Count);
            switch (dice.Below(4))
            {
                case 0:
                    text.RemoveRange(place, Math.Min(dice.Between(1, 40), text.Count - place));
                    break;
                case 1:
                    text[place] = (byte)dice.Below(256);
                    break;
                case 2:
                    text.InsertRange(place, Encoding.UTF8.GetBytes(dice.Pick(Insertions)));
                    break;
                default:
                    text.InsertRange(place, text.GetRange(place, Math.Min(dice.Between(1, 40), text.Count - place)));
                    break;
            }

            if (text.Count == 0)
            {
                break;
            }
        }

        using var input = new MemoryStream([.. text]);
        using var output = new MemoryStream();
        await using var errors = new StringWriter();
        var accepted = await new Assessment(BuiltInRulebook.Rulebook, null, new DateOnly(2026, 11, 20), explain: dice.Chance(50))
            .RunAsync(input, output, errors, TestContext.Current.CancellationToken);
        Assert.Equal((accepted, !accepted), (output.Length > 0, errors.ToString().Length > 0));
        if (accepted)
        {
            using var standing = JsonDocument.Parse(output.ToArray());
        }
    });
}
