using Microsoft.Extensions.Logging;
using Npgsql;

namespace CompetencyPortal.Data.PostgreSql.Embedded;

/// <summary>
/// A PostgreSQL server that runs with the program: started with it, stopped with it, started again by itself when it dies.
/// Only this machine reaches it, and only through two roles, of which one owns the database and the other merely uses it.
/// </summary>
public sealed partial class EmbeddedPostgres : IAsyncDisposable
{
    private static readonly TimeSpan Watch = TimeSpan.FromMilliseconds(200);
    private static readonly TimeSpan AfterFailure = TimeSpan.FromSeconds(2);

    private readonly DataFolderLock _lock;
    private readonly Cluster _cluster;
    private readonly ServerConfiguration _configuration;
    private readonly ILogger<EmbeddedPostgres> _logger;
    private readonly CancellationTokenSource _stopping = new();
    private readonly Task _supervision;
    private int _disposed;

    private EmbeddedPostgres(
        DataFolderLock dataFolderLock, Cluster cluster, ServerConfiguration configuration, RolePasswords passwords,
        ILogger<EmbeddedPostgres> logger, TimeProvider timeProvider)
    {
        _lock = dataFolderLock;
        _cluster = cluster;
        _configuration = configuration;
        _logger = logger;
        OwnerConnectionString = configuration.Address.ConnectionString(Cluster.OwnerRole, passwords.Owner);
        AppConnectionString = configuration.Address.ConnectionString(Cluster.AppRole, passwords.App);
        _supervision = SuperviseAsync(timeProvider, _stopping.Token);
    }

    /// <summary>For the role that owns the database: migrations, and nothing else.</summary>
    public string OwnerConnectionString { get; }

    /// <summary>For the application's role, which owns nothing and has no rights but those that the migrations give it.</summary>
    public string AppConnectionString { get; }

    /// <summary>The server's process; null while it is down.</summary>
    public int? ServerProcessId => _cluster.ProcessId;

    /// <summary>
    /// Starts the server on the data folder, which is filled on the first start, and returns when it accepts connections. A
    /// server that outlived a killed portal is stopped first; what it had acknowledged is there.
    /// </summary>
    /// <exception cref="DataFolderInUseException">Another portal runs on this folder.</exception>
    /// <exception cref="EmbeddedPostgresException">The server cannot run; the message says why.</exception>
    public static async Task<EmbeddedPostgres> StartAsync(
        EmbeddedPostgresOptions options, ILoggerFactory loggerFactory, TimeProvider timeProvider, CancellationToken cancellationToken)
    {
        string folder = string.IsNullOrEmpty(options.DataFolder) ? EmbeddedPostgresOptions.DefaultDataFolder : options.DataFolder;
        try
        {
            folder = await DataFolder.OpenAsync(folder, cancellationToken);
            return await StartOnAsync(folder, options, loggerFactory.CreateLogger<EmbeddedPostgres>(), timeProvider, cancellationToken);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new EmbeddedPostgresException(
                $"The data folder {folder} cannot be used: {exception.Message} "
                + "Give the program's user the right to it, or name another folder in Database:Embedded:DataFolder.",
                exception);
        }
    }

    /// <summary>Stops the server: requests under way are broken off, nothing acknowledged is lost.</summary>
    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref _disposed, 1) == 1)
        {
            return;
        }

        await _stopping.CancelAsync();
        await _supervision;
        await StopAsync(_cluster, _logger);
        ForgetConnections();
        _lock.Dispose();
        _stopping.Dispose();
    }

    private static async Task<EmbeddedPostgres> StartOnAsync(
        string folder, EmbeddedPostgresOptions options, ILogger<EmbeddedPostgres> logger, TimeProvider timeProvider, CancellationToken cancellationToken)
    {
        DataFolderLock dataFolderLock = DataFolderLock.Take(folder);
        Cluster? cluster = null;
        try
        {
            DataFolder.RemoveUnfinished(folder);
            PostgresTools tools = await PostgresTools.FindAsync(options.BinariesFolder, folder, cancellationToken);
            cluster = await Cluster.OpenAsync(folder, tools, options, cancellationToken);
            if (cluster.ProcessId is int orphan)
            {
                LogOrphan(logger, orphan);
                await cluster.StopAsync(cancellationToken);
            }

            var configuration = new ServerConfiguration(ServerAddress.Choose(cluster.ServerFolder), options.Durable);
            await cluster.StartAsync(configuration, timeProvider, cancellationToken);
            LogStarted(logger, folder);
            return new EmbeddedPostgres(dataFolderLock, cluster, configuration, cluster.ReadPasswords(), logger, timeProvider);
        }
        catch
        {
            if (cluster is not null)
            {
                await StopAsync(cluster, logger);
            }

            dataFolderLock.Dispose();
            throw;
        }
    }

    private static async Task StopAsync(Cluster cluster, ILogger<EmbeddedPostgres> logger)
    {
        try
        {
            await cluster.StopAsync(CancellationToken.None);
        }
        catch (EmbeddedPostgresException exception)
        {
            LogNotStopped(logger, exception);
        }
    }

    private async Task SuperviseAsync(TimeProvider timeProvider, CancellationToken stopping)
    {
        TimeSpan pause = Watch;
        while (true)
        {
            await Task.Delay(pause, timeProvider, stopping).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            if (stopping.IsCancellationRequested)
            {
                return;
            }

            if (_cluster.ProcessId is null)
            {
                LogLost(_logger);
                pause = await TryRestartAsync(timeProvider, stopping) ? Watch : AfterFailure;
            }
        }
    }

    private async Task<bool> TryRestartAsync(TimeProvider timeProvider, CancellationToken stopping)
    {
        try
        {
            await _cluster.StartAsync(_configuration, timeProvider, stopping);
            ForgetConnections();
            LogRecovered(_logger);
            return true;
        }
        catch (Exception exception) when (exception is EmbeddedPostgresException or IOException or UnauthorizedAccessException)
        {
            LogNotRecovered(_logger, exception);
            return false;
        }
        catch (OperationCanceledException)
        {
            // The portal stops, and with it the server that was starting.
            return false;
        }
    }

    /// <summary>Pooled connections to a server that is gone would each fail once more.</summary>
    private void ForgetConnections()
    {
        foreach (string connectionString in new[] { OwnerConnectionString, AppConnectionString })
        {
            using var connection = new NpgsqlConnection(connectionString);
            NpgsqlConnection.ClearPool(connection);
        }
    }

    [LoggerMessage(LogLevel.Information, "The embedded PostgreSQL runs on {DataFolder}.")]
    private static partial void LogStarted(ILogger logger, string dataFolder);

    [LoggerMessage(LogLevel.Warning, "The server of a portal that was killed still runs as process {ProcessId}; it is stopped and started again.")]
    private static partial void LogOrphan(ILogger logger, int processId);

    [LoggerMessage(LogLevel.Error, "The embedded PostgreSQL is gone. It is started again.")]
    private static partial void LogLost(ILogger logger);

    [LoggerMessage(LogLevel.Information, "The embedded PostgreSQL has recovered.")]
    private static partial void LogRecovered(ILogger logger);

    [LoggerMessage(LogLevel.Critical, "The embedded PostgreSQL could not be started again. The next attempt follows.")]
    private static partial void LogNotRecovered(ILogger logger, Exception exception);

    [LoggerMessage(LogLevel.Error, "The embedded PostgreSQL could not be stopped; the next start will do it.")]
    private static partial void LogNotStopped(ILogger logger, Exception exception);
}
