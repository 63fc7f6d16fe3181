using System.CommandLine;

using CompetencyPortal.Data.Providers;

using Microsoft.Extensions.DependencyInjection;

namespace CompetencyPortal.Cli.Operator;

/// <summary><c>database migrate</c>: brings the database to this program's version, as the role that owns the tables.</summary>
internal sealed class MigrateCommand()
    : OwnerCommand("migrate", "Brings the database to this program's version and stores the built-in revisions. Doing it again changes nothing.")
{
    protected override async Task RunAsync(IServiceProvider services, ParseResult arguments, CancellationToken cancellationToken)
    {
        var output = arguments.InvocationConfiguration.Output;
        foreach (var migration in await DatabaseMigration.ApplyAsync(services.GetRequiredService<PortalDatabase>(), cancellationToken))
        {
            await output.WriteLineAsync($"Applied {migration}.");
        }

        await output.WriteLineAsync("The database is up to date.");
    }
}
