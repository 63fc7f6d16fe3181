using System.ComponentModel;
using System.Diagnostics;

namespace CompetencyPortal.Data.PostgreSql.Embedded;

internal static class ServerProcess
{
    /// <summary>Whether this id is a living PostgreSQL server, and not a process that took the id after it or has not been buried yet.</summary>
    public static bool Runs(int processId)
    {
        try
        {
            using var process = Process.GetProcessById(processId);
            return Path.GetFileName(process.MainModule?.FileName)?.StartsWith("postgres", StringComparison.OrdinalIgnoreCase) == true;
        }
        catch (Exception exception) when (exception is ArgumentException or InvalidOperationException or Win32Exception)
        {
            return false;
        }
    }
}
