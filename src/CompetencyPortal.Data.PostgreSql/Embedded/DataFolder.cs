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
        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(folder);
            return folder;
        }

        const UnixFileMode ownerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;
        const UnixFileMode othersPass = ownerOnly | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute;
        Directory.CreateDirectory(folder);
        File.SetUnixFileMode(folder, ServerAccount.UserName is null ? ownerOnly : othersPass);
        if (ServerAccount.UserName is not null)
        {
            try
            {
                await new ExternalProgram("true") { UserName = ServerAccount.UserName, WorkingFolder = folder }.RunAsync(cancellationToken);
            }
            catch (EmbeddedPostgresException exception)
            {
                throw new EmbeddedPostgresException(
                    $"The program runs as root, so PostgreSQL runs as {ServerAccount.UserName}, who cannot enter {folder}. "
                    + "Let others pass through the folders above it (chmod o+x), or name another folder in Database:Embedded:DataFolder.",
                    exception);
            }
        }

        return folder;
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
