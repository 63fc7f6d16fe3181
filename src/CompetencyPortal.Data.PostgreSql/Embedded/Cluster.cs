using System.Globalization;

namespace CompetencyPortal.Data.PostgreSql.Embedded;

/// <summary>
/// What PostgreSQL calls a database cluster: the files of one server, its two roles and the portal's database. All of it
/// is made aside and moved into place, so that a cluster is there whole or not at all.
/// </summary>
internal sealed class Cluster
{
    public const string DatabaseName = "competencyportal";
    public const string OwnerRole = "competencyportal_owner";
    public const string AppRole = "competencyportal_app";

    /// <summary>Processes of a server that was killed finish the statement they are at, and hold its memory until then.</summary>
    private static readonly TimeSpan PatienceWithLastStatements = TimeSpan.FromSeconds(30);

    private readonly string _folder;
    private readonly PostgresTools _tools;

    private Cluster(string folder, PostgresTools tools)
    {
        _folder = folder;
        _tools = tools;
    }

    /// <summary>The only part that the server's account owns.</summary>
    public string ServerFolder => Path.Combine(_folder, "server");

    private string PasswordFile => Path.Combine(_folder, "passwords.json");

    private string DataDirectory => Path.Combine(ServerFolder, "data");

    private string ProcessFile => Path.Combine(DataDirectory, "postmaster.pid");

    private string LogFile => Path.Combine(ServerFolder, "server.log");

    /// <summary>The server's process; null when none runs on this cluster.</summary>
    public int? ProcessId
    {
        get
        {
            try
            {
                string? id = File.ReadLines(ProcessFile).FirstOrDefault();
                return int.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out int processId) && ServerProcess.Runs(processId)
                    ? processId
                    : null;
            }
            catch (IOException)
            {
                return null;
            }
        }
    }

    public static async Task<Cluster> OpenAsync(
        string dataFolder, PostgresTools tools, EmbeddedPostgresOptions options, CancellationToken cancellationToken)
    {
        string folder = Path.Combine(dataFolder, "cluster");
        if (!Directory.Exists(folder))
        {
            string unfinished = DataFolder.NewUnfinished(dataFolder);
            await new Cluster(unfinished, tools).InitialiseAsync(options, cancellationToken);
            Directory.Move(unfinished, folder);
            if (!OperatingSystem.IsWindows())
            {
                // The move, too, is on disk before the first row is acknowledged.
                await new ExternalProgram("sync", dataFolder).RunAsync(cancellationToken);
            }
        }

        return new Cluster(folder, tools);
    }

    public RolePasswords ReadPasswords()
    {
        return RolePasswords.Read(PasswordFile);
    }

    /// <summary>Starts the server, of which none may run, and returns when it accepts connections, after any recovery it needs.</summary>
    public async Task StartAsync(ServerConfiguration configuration, TimeProvider timeProvider, CancellationToken cancellationToken)
    {
        string accessFile = Path.Combine(_folder, "pg_hba.conf");
        await WriteForServerAsync(accessFile, configuration.Access(), cancellationToken);
        await WriteForServerAsync(Path.Combine(_folder, "postgresql.conf"), configuration.Settings(accessFile), cancellationToken);

        // The process they name is gone, not yet buried or by now another program, which PostgreSQL would take for its server.
        File.Delete(ProcessFile);
        File.Delete(Path.Combine(ServerFolder, ".s.PGSQL.5432.lock"));

        // Paths are relative, because pg_ctl passes them through a shell.
        ExternalProgram start = Tool("pg_ctl", "start", "--silent", "--wait", "--timeout=3600",
            "--pgdata=data", "--log=server.log", "--options=-c config_file=../postgresql.conf") with
        {
            ReadsOutput = !OperatingSystem.IsWindows(),
        };
        long began = timeProvider.GetTimestamp();
        while (true)
        {
            File.Delete(LogFile);
            try
            {
                await start.RunAsync(cancellationToken);
                return;
            }
            catch (EmbeddedPostgresException exception)
            {
                string log = File.Exists(LogFile) ? await File.ReadAllTextAsync(LogFile, cancellationToken) : "";
                bool lastStatementsStillRun = log.Contains("pre-existing shared memory block", StringComparison.Ordinal);
                if (!lastStatementsStillRun || timeProvider.GetElapsedTime(began) > PatienceWithLastStatements)
                {
                    throw new EmbeddedPostgresException($"The embedded PostgreSQL did not start. Its log says: {log.Trim()}", exception);
                }
            }

            await Task.Delay(TimeSpan.FromMilliseconds(100), timeProvider, cancellationToken);
        }
    }

    /// <summary>Stops the server if one runs: what was not committed is rolled back.</summary>
    public async Task StopAsync(CancellationToken cancellationToken)
    {
        if (ProcessId is not null)
        {
            await Tool("pg_ctl", "stop", "--silent", "--mode=fast", "--wait", "--timeout=60", "--pgdata=data").RunAsync(cancellationToken);
        }
    }

    private async Task InitialiseAsync(EmbeddedPostgresOptions options, CancellationToken cancellationToken)
    {
        DataFolder.CreatePrivate(ServerFolder);
        DataFolder.LetPass(_folder);
        RolePasswords passwords = RolePasswords.Create();
        passwords.Write(PasswordFile);
        if (ServerAccount.UserName is not null)
        {
            await new ExternalProgram("chown", ServerAccount.UserName, ServerFolder).RunAsync(cancellationToken);
        }

        // The built-in collation orders by code point, alike on every machine and in every later version.
        await Tool("initdb", "--pgdata=data", "--username=postgres", "--auth=reject", "--encoding=UTF8", "--locale=C",
            "--locale-provider=builtin", "--builtin-locale=C.UTF-8", options.Durable ? $"--sync-method={ServerConfiguration.SyncMethod}" : "--no-sync")
            .RunAsync(cancellationToken);

        ExternalProgram singleUser = Tool("postgres", "--single", "-D", "data", "-c", "exit_on_error=on", "postgres");
        await (singleUser with { Input = FirstStatements(passwords, options.OwnerMayCreateDatabases) }).RunAsync(cancellationToken);
    }

    /// <summary>One statement per line, as PostgreSQL's single-user mode reads them.</summary>
    private static string FirstStatements(RolePasswords passwords, bool ownerMayCreateDatabases)
    {
        return $"""
            CREATE ROLE {OwnerRole} LOGIN {(ownerMayCreateDatabases ? "CREATEDB " : "")}PASSWORD '{passwords.Owner}'
            CREATE ROLE {AppRole} LOGIN PASSWORD '{passwords.App}'
            CREATE DATABASE {DatabaseName} OWNER {OwnerRole}
            REVOKE ALL ON DATABASE {DatabaseName} FROM PUBLIC
            GRANT CONNECT ON DATABASE {DatabaseName} TO {AppRole}

            """;
    }

    private ExternalProgram Tool(string name, params string[] arguments)
    {
        return _tools.Program(name, arguments) with { WorkingFolder = ServerFolder };
    }

    /// <summary>The server's account reads these files but does not own them.</summary>
    private static async Task WriteForServerAsync(string file, string text, CancellationToken cancellationToken)
    {
        await File.WriteAllTextAsync(file, text, cancellationToken);
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(file, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead | UnixFileMode.OtherRead);
        }
    }
}
