using System.Globalization;

using CompetencyPortal.Cli.Tests.Assess.Independent;
using CompetencyPortal.Testing;

namespace CompetencyPortal.Cli.Tests.Assess;

/// <summary>Memory stays flat however many documents stand in one array.</summary>
public sealed class MemoryTests(ITestOutputHelper output)
{
    [Fact]
    public async Task Assess_OfTenTimesAsManyDocuments_HoldsNoMoreMemory()
    {
        var some = await PeakOfAsync(1_000);
        var many = await PeakOfAsync(10_000);

        // Were the documents or their answers held, ten times as many would take several times as much; the collector's whim takes far less than half as much again.
        Assert.InRange(many, 1, some * 3 / 2);
    }

    private async Task<long> PeakOfAsync(int documents)
    {
        using var file = new TemporaryFile([]);
        await using (var writer = new StreamWriter(file.Path))
        {
            await writer.WriteAsync("[");
            for (var i = 0UL; i < (ulong)documents; i++)
            {
                await writer.WriteAsync(i > 0 ? ",\n" : "");
                await writer.WriteAsync(RandomEvidence.Roll(new Dice(i)).ToJsonString());
            }

            await writer.WriteAsync("]");
        }

        var answer = await CommandLine.RunAsync(null, "assess", file.Path);
        Assert.Equal(0, answer.ExitCode);
        Assert.EndsWith("]\n", answer.Output, StringComparison.Ordinal);
        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $"{documents:N0} documents of {new FileInfo(file.Path).Length >> 20} MB in all: at most {answer.PeakMemory >> 20} MB of memory."));
        return answer.PeakMemory;
    }
}
