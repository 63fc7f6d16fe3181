namespace CompetencyPortal.Data.PostgreSql.Embedded;

/// <summary>The folder that holds everything the embedded server keeps.</summary>
internal static class DataFolder
{
    private const string UnfinishedPrefix = "unfinished-";

    /// <summary>Creates the folder when it is missing, private to the program's user; root's lets the server's account pass through.</summary>
    /// <returns>Its full path.</returns>
    public static async Task<string> OpenAsync(string path, CancellationToken cancellationToken)
    {
        string folder = Path.TrimEndingDirectorySeparator(Path.GetFullPath(path));
        if (!Directory.Exists(folder))
        {
            CreatePrivate(folder);
        }

        if (ServerAccount.UserName is null)
        {
            return folder;
        }

        LetPass(folder);
        try
        {
            await new ExternalProgram("true") { UserName = ServerAccount.UserName, WorkingFolder = folder }.RunAsync(cancellationToken);
            return folder;
        }
        catch (EmbeddedPostgresException exception)
        {
            throw new EmbeddedPostgresException(
                $"The program runs as root, so PostgreSQL runs as {ServerAccount.UserName}, who cannot enter {folder}. "
                + "Let others pass through the folders above it (chmod o+x), or name another folder in Database:Embedded:DataFolder.",
                exception);
        }
    }

    public static void CreatePrivate(string folder)
    {
        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(folder);
        }
        else
        {
            Directory.CreateDirectory(folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }
    }

    /// <summary>Lets the server's account, where it is another than the program's, go through a folder to what is its own.</summary>
    public static void LetPass(string folder)
    {
        if (ServerAccount.UserName is not null && !OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(folder, File.GetUnixFileMode(folder) | UnixFileMode.OtherExecute);
        }
    }

    /// <summary>A path for work that counts only once it is moved to its final name.</summary>
    public static string NewUnfinished(string dataFolder)
    {
        return Path.Combine(dataFolder, $"{UnfinishedPrefix}{Guid.CreateVersion7():n}");
    }

    /// <summary>Removes what an earlier start was killed over.</summary>
    public static void RemoveUnfinished(string dataFolder)
    {
        foreach (string leftover in Directory.GetDirectories(dataFolder, UnfinishedPrefix + "*"))
        {
            try
            {
                Directory.Delete(leftover, recursive: true);
            }
            catch (IOException)
            {
                // A process of that start may still be writing there; it ends by itself, and the next start removes the rest.
            }
        }
    }
}
