using System.Collections.Concurrent;

using Microsoft.Extensions.Logging;

namespace CompetencyPortal.Web.Tests.Hosting;

/// <summary>Everything that a portal logged. Errors also stand in the test's own output, so that a failed page says why.</summary>
public sealed class PortalLog : ILoggerProvider
{
    private readonly ITestOutputHelper? _output = TestContext.Current.TestOutputHelper;
    private readonly ConcurrentQueue<string> _lines = [];

    public IReadOnlyCollection<string> Lines => _lines;

    public ILogger CreateLogger(string categoryName) => new Logger(this, categoryName);

    public void Dispose()
    {
    }

    private void Write(LogLevel level, string line)
    {
        _lines.Enqueue(line);
        if (level >= LogLevel.Error)
        {
            _output?.WriteLine(line);
        }
    }

    private sealed class Logger(PortalLog log, string category) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull
        {
            log.Write(LogLevel.Trace, $"scope {state}");
            return null;
        }

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            log.Write(logLevel, $"{logLevel} {category}: {formatter(state, exception)} {exception}");
    }
}
