using System.CommandLine;

using CompetencyPortal.Data.Providers;

using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.Extensions.DependencyInjection;

namespace CompetencyPortal.Cli.Operator;

/// <summary><c>database script</c>: writes the migrations of both servers, and what secures rows beside them, as SQL that can be run again and again.</summary>
internal sealed class ScriptCommand : Command
{
    private static readonly string[] Providers = ["PostgreSql", "SqlServer"];

    private readonly Option<DirectoryInfo> _output = new("--output")
    {
        Description = "The folder to write to.",
        DefaultValueFactory = _ => new DirectoryInfo("artifacts/sql"),
    };

    public ScriptCommand()
        : base("script", "Writes the migrations of both servers, and what secures the rows on SQL Server, as SQL scripts that can be run again and again.")
    {
        Options.Add(_output);
        SetAction(RunAsync);
    }

    private async Task<int> RunAsync(ParseResult arguments, CancellationToken cancellationToken)
    {
        var folder = arguments.GetRequiredValue(_output);
        folder.Create();
        foreach (var provider in Providers)
        {
            await using var services = await OperatorDatabase.OfflineAsync(provider, cancellationToken);
            await using var db = services.GetRequiredService<PortalDatabase>().CreateOwnerContext();
            await WriteAsync($"{provider}.sql", db.GetService<IMigrator>().GenerateScript(options: MigrationsSqlGenerationOptions.Idempotent));
            if (services.GetRequiredService<DatabaseProvider>().SecurityScript is { } security)
            {
                await WriteAsync($"{provider}.security.sql", security);
            }
        }

        return 0;

        async Task WriteAsync(string name, string script)
        {
            var file = Path.Combine(folder.FullName, name);
            await File.WriteAllTextAsync(file, script.ReplaceLineEndings("\n"), cancellationToken);
            await arguments.InvocationConfiguration.Output.WriteLineAsync(file);
        }
    }
}
