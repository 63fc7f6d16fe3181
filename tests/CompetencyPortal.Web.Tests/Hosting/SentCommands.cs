using System.Collections.Concurrent;
using System.Diagnostics;

using CompetencyPortal.Testing.Databases;

using Npgsql;

namespace CompetencyPortal.Web.Tests.Hosting;

/// <summary>Every command that was sent to one test's database, as the driver itself tells: each is one round trip.</summary>
public sealed class SentCommands : IDisposable
{
    private readonly ConcurrentQueue<string> _texts = [];
    private readonly ActivityListener _listener;

    public SentCommands(TestDatabase database)
    {
        var name = new NpgsqlConnectionStringBuilder(database.Settings["Database:ConnectionString"]).Database;
        _listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name is "Npgsql",
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllData,
            ActivityStopped = activity =>
            {
                if (Equals(activity.GetTagItem("db.namespace") ?? activity.GetTagItem("db.name"), name))
                {
                    _texts.Enqueue($"{activity.GetTagItem("db.query.text") ?? activity.GetTagItem("db.statement")}");
                }
            },
        };
        ActivitySource.AddActivityListener(_listener);
    }

    /// <summary>The commands since the last time they were asked for.</summary>
    public IReadOnlyList<string> Take()
    {
        var texts = new List<string>();
        while (_texts.TryDequeue(out var text))
        {
            texts.Add(text);
        }

        return texts;
    }

    public void Dispose() => _listener.Dispose();
}
