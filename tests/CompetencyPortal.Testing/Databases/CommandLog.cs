using System.Data.Common;

using Microsoft.EntityFrameworkCore.Diagnostics;

namespace CompetencyPortal.Testing.Databases;

/// <summary>The commands that contexts sent, in order: each is one round trip.</summary>
public sealed class CommandLog : DbCommandInterceptor
{
    private readonly List<string> _commands = [];
    private (string Table, Func<Task> Act)? _interruption;

    public IReadOnlyList<string> Commands => _commands;

    public void Clear() => _commands.Clear();

    /// <summary>Lets something happen once, before the next command that reads from <paramref name="table"/>.</summary>
    public void Before(string table, Func<Task> act) => _interruption = (table, act);

    public override async ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
    {
        lock (_commands)
        {
            _commands.Add(command.CommandText);
        }

        if (_interruption is var (table, act) && command.CommandText.Contains(table, StringComparison.Ordinal))
        {
            _interruption = null;
            await act();
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
