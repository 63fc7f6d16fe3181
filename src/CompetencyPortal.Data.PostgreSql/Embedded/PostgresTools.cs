using System.Reflection;
using System.Runtime.InteropServices;

namespace CompetencyPortal.Data.PostgreSql.Embedded;

/// <summary>PostgreSQL's own programs, at a place that the server's account can enter.</summary>
internal sealed class PostgresTools
{
    private readonly string _folder;

    private PostgresTools(string folder)
    {
        _folder = folder;
    }

    /// <summary>Finds the programs; for root, copies them into the data folder once when they lie where the server's account cannot go.</summary>
    public static async Task<PostgresTools> FindAsync(string? binariesFolder, string dataFolder, CancellationToken cancellationToken)
    {
        var tools = new PostgresTools(Locate(binariesFolder));
        if (ServerAccount.UserName is not null && !await tools.CanRunAsync(cancellationToken))
        {
            tools = new PostgresTools(await CopyAsync(tools._folder, dataFolder, cancellationToken));
        }

        return tools;
    }

    public ExternalProgram Program(string name, params string[] arguments)
    {
        return new ExternalProgram(Path.Combine(_folder, "bin", name), arguments) { UserName = ServerAccount.UserName };
    }

    private static string Locate(string? binariesFolder)
    {
        if (!string.IsNullOrEmpty(binariesFolder))
        {
            return Path.GetFullPath(binariesFolder);
        }

        string published = Path.Combine(AppContext.BaseDirectory, "embedded-postgres");
        string built = typeof(PostgresTools).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
            .Single(metadata => metadata.Key == "EmbeddedPostgres").Value!;
        return new[] { published, built }.FirstOrDefault(Directory.Exists)
            ?? throw new EmbeddedPostgresException(
                $"PostgreSQL's programs for {RuntimeInformation.RuntimeIdentifier} are neither in {published} nor in {built}. "
                + "Build or publish on this kind of machine, or name their folder in Database:Embedded:BinariesFolder.");
    }

    private async Task<bool> CanRunAsync(CancellationToken cancellationToken)
    {
        try
        {
            await Program("postgres", "--version").RunAsync(cancellationToken);
            return true;
        }
        catch (EmbeddedPostgresException)
        {
            return false;
        }
    }

    private static async Task<string> CopyAsync(string source, string dataFolder, CancellationToken cancellationToken)
    {
        // Other binaries have another size or date, and so another folder.
        var server = new FileInfo(Path.Combine(source, "bin", "postgres"));
        string copy = Path.Combine(dataFolder, $"binaries-{server.Length:x}-{server.LastWriteTimeUtc.Ticks:x}");
        if (Directory.Exists(copy))
        {
            return copy;
        }

        foreach (string outdated in Directory.GetDirectories(dataFolder, "binaries-*"))
        {
            Directory.Delete(outdated, recursive: true);
        }

        string unfinished = DataFolder.NewUnfinished(dataFolder);
        await new ExternalProgram("cp", "-R", "-P", "-p", source, unfinished).RunAsync(cancellationToken);
        await new ExternalProgram("chmod", "-R", "a+rX", unfinished).RunAsync(cancellationToken);
        Directory.Move(unfinished, copy);
        return copy;
    }
}
