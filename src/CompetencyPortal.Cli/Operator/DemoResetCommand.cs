using System.CommandLine;

using CompetencyPortal.Data.Demo;
using CompetencyPortal.Data.Providers;

using Microsoft.Extensions.DependencyInjection;

namespace CompetencyPortal.Cli.Operator;

/// <summary><c>demo reset</c>: forgets what people did in the demo and makes its world anew, as of today.</summary>
internal sealed class DemoResetCommand()
    : OwnerCommand("reset", "Forgets what people did in the demo, and makes its world anew, as of today. Refused where a database holds accounts but no demo.")
{
    protected override async Task RunAsync(IServiceProvider services, ParseResult arguments, CancellationToken cancellationToken)
    {
        var database = services.GetRequiredService<PortalDatabase>();
        await DatabaseMigration.ApplyAsync(database, cancellationToken);
        await DemoReset.ApplyAsync(database, services.GetRequiredService<TimeProvider>(), cancellationToken);
        await arguments.InvocationConfiguration.Output.WriteLineAsync("The demo is as new. Whoever was signed in signs in again.");
    }
}
