using System.CommandLine;
using System.Data.Common;

using CompetencyPortal.Data.Providers;

using Microsoft.Extensions.DependencyInjection;

namespace CompetencyPortal.Cli.Operator;

/// <summary><c>database migrate</c>: brings the database to this program's version, as the role that owns the tables.</summary>
internal sealed class MigrateCommand : Command
{
    private const int Refused = 2;

    private readonly Option<string?> _provider = new("--provider")
    {
        Description = "Embedded, PostgreSql or SqlServer. Default: Database__Provider from the environment, else Embedded.",
    };

    private readonly Option<string?> _connection = new("--connection")
    {
        Description = "The connection string of the role that owns the tables. Default: Database__OwnerConnectionString from the environment, "
            + "which keeps the password out of the list of processes.",
    };

    public MigrateCommand()
        : base("migrate", "Brings the database to this program's version and stores the built-in revisions. Doing it again changes nothing.")
    {
        Options.Add(_provider);
        Options.Add(_connection);
        SetAction(RunAsync);
    }

    private async Task<int> RunAsync(ParseResult arguments, CancellationToken cancellationToken)
    {
        try
        {
            await using var services = await OperatorDatabase.StartAsync(
                arguments.GetValue(_provider), arguments.GetValue(_connection), cancellationToken);
            var applied = await DatabaseMigration.ApplyAsync(services.GetRequiredService<PortalDatabase>(), cancellationToken);
            foreach (var migration in applied)
            {
                await arguments.InvocationConfiguration.Output.WriteLineAsync($"Applied {migration}.");
            }

            await arguments.InvocationConfiguration.Output.WriteLineAsync("The database is up to date.");
            return 0;
        }
        catch (Exception exception) when (exception is DatabaseStartException or DbException or ArgumentException)
        {
            await arguments.InvocationConfiguration.Error.WriteLineAsync(exception.Message);
            return Refused;
        }
    }
}
