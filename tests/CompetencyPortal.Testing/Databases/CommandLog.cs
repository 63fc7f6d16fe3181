using System.Data.Common;

using Microsoft.EntityFrameworkCore.Diagnostics;

namespace CompetencyPortal.Testing.Databases;

/// <summary>The commands that contexts sent, in order: each is one round trip.</summary>
public sealed class CommandLog : DbCommandInterceptor
{
    private readonly List<string> _commands = [];

    public IReadOnlyList<string> Commands => _commands;

    /// <summary>Called before each command that reads, for tests that let something happen in between.</summary>
    public Func<string, Task>? BeforeReading { get; set; }

    public void Clear() => _commands.Clear();

    public override async ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
    {
        lock (_commands)
        {
            _commands.Add(command.CommandText);
        }

        if (BeforeReading is { } before)
        {
            BeforeReading = null;
            await before(command.CommandText);
            BeforeReading = before;
        }

        return result;
    }

    public override ValueTask<InterceptionResult<int>> NonQueryExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
    {
        lock (_commands)
        {
            _commands.Add(command.CommandText);
        }

        return ValueTask.FromResult(result);
    }
}
