using System.Globalization;

namespace CompetencyPortal.Data.PostgreSql.Embedded;

/// <summary>
/// The portal's own claim on a data folder. The operating system lets go of it when the process ends, however it ends;
/// the server's processes do not inherit it.
/// </summary>
internal sealed class DataFolderLock : IDisposable
{
    private readonly FileStream _held;

    private DataFolderLock(FileStream held)
    {
        _held = held;
    }

    /// <exception cref="DataFolderInUseException">Another portal holds the folder.</exception>
    public static DataFolderLock Take(string dataFolder)
    {
        string lockFile = Path.Combine(dataFolder, "portal.lock");
        string holderFile = Path.Combine(dataFolder, "portal.pid");
        FileStream held;
        try
        {
            held = new FileStream(lockFile, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException) when (File.Exists(lockFile))
        {
            throw new DataFolderInUseException(dataFolder, ReadHolder(holderFile));
        }

        // Beside the lock, because Windows does not let others read a locked file.
        File.WriteAllText(holderFile, Environment.ProcessId.ToString(CultureInfo.InvariantCulture));
        return new DataFolderLock(held);
    }

    private static int? ReadHolder(string holderFile)
    {
        try
        {
            return int.TryParse(File.ReadAllText(holderFile), NumberStyles.None, CultureInfo.InvariantCulture, out int id) ? id : null;
        }
        catch (IOException)
        {
            return null;
        }
    }

    public void Dispose()
    {
        _held.Dispose();
    }
}
