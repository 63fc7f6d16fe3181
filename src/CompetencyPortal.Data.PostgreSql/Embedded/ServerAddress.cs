using System.Net;
using System.Net.Sockets;
using System.Text;
using CompetencyPortal.Data.Providers;
using Npgsql;

namespace CompetencyPortal.Data.PostgreSql.Embedded;

/// <summary>
/// Where the server answers: a socket in a folder that only its own user can enter or, where that cannot be (Windows, a
/// path too long), a free port of the loopback address. No other machine reaches either.
/// </summary>
internal sealed record ServerAddress
{
    /// <summary>The longest socket path that macOS takes; Linux takes four bytes more.</summary>
    private const int LongestSocketPath = 103;

    private const string Loopback = "127.0.0.1";

    private ServerAddress(string? socketFolder, int port)
    {
        SocketFolder = socketFolder;
        Port = port;
    }

    public string? SocketFolder { get; }

    /// <summary>The TCP port; with a socket, only a part of its name.</summary>
    public int Port { get; }

    public string ListenAddresses => SocketFolder is null ? Loopback : "";

    public static ServerAddress Choose(string socketFolder)
    {
        bool fits = !OperatingSystem.IsWindows()
            && Encoding.UTF8.GetByteCount(socketFolder + "/.s.PGSQL.5432") <= LongestSocketPath
            && socketFolder.IndexOfAny([',', '"']) < 0; // Both mean something in a list of hosts or folders.
        return fits ? new ServerAddress(socketFolder, 5432) : new ServerAddress(null, FreePort());
    }

    public string ConnectionString(string role, string password)
    {
        return new NpgsqlConnectionStringBuilder
        {
            Host = SocketFolder ?? Loopback,
            Port = Port,
            Database = Cluster.DatabaseName,
            Username = role,
            Password = password,
            SslMode = SslMode.Disable,
            GssEncryptionMode = GssEncryptionMode.Disable,
            MaxAutoPrepare = PostgreSqlProvider.PreparedStatements,
            Timeout = DatabaseProvider.SecondsToAnswer,
            CancellationTimeout = PostgreSqlProvider.MillisecondsToCancel,
        }.ConnectionString;
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
