using System.CommandLine;
using System.Data.Common;

using CompetencyPortal.Data;

namespace CompetencyPortal.Cli.Operator;

/// <summary>A command that works on the portal's database as the role that owns the tables, and ends with the reason where it cannot.</summary>
internal abstract class OwnerCommand : Command
{
    private readonly Option<string?> _provider = new("--provider")
    {
        Description = "Embedded, PostgreSql or SqlServer. Default: Database__Provider from the environment, else Embedded.",
    };

    private readonly Option<string?> _connection = new("--connection")
    {
        Description = "The connection string of the role that owns the tables. Default: Database__OwnerConnectionString from the environment, "
            + "which keeps the password out of the list of processes.",
    };

    protected OwnerCommand(string name, string description)
        : base(name, description)
    {
        Options.Add(_provider);
        Options.Add(_connection);
        SetAction(RunAsync);
    }

    /// <summary>Does it, with the data floor of the started database.</summary>
    /// <exception cref="StartRefusedException">It is not to be done; the message says why.</exception>
    protected abstract Task RunAsync(IServiceProvider services, ParseResult arguments, CancellationToken cancellationToken);

    private async Task<int> RunAsync(ParseResult arguments, CancellationToken cancellationToken)
    {
        try
        {
            await using var services = await OperatorDatabase.StartAsync(arguments.GetValue(_provider), arguments.GetValue(_connection), cancellationToken);
            await RunAsync(services, arguments, cancellationToken);
            return ExitCode.Done;
        }
        catch (Exception exception) when (exception is StartRefusedException or DbException or ArgumentException)
        {
            await arguments.InvocationConfiguration.Error.WriteLineAsync(exception.Message);
            return ExitCode.Refused;
        }
    }
}
