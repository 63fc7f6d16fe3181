using System.Diagnostics;

namespace CompetencyPortal.Data.PostgreSql.Embedded;

internal static class ServerProcess
{
    /// <summary>
    /// Whether this id is a living PostgreSQL server, and not a process that took the id after it or has not been buried yet.
    /// Asks only what any user may ask: in a container, root is not allowed to look further into another account's process.
    /// </summary>
    public static bool Runs(int processId)
    {
        try
        {
            using var process = Process.GetProcessById(processId);
            return process.ProcessName == "postgres" && !(OperatingSystem.IsLinux() && IsZombie(processId));
        }
        catch (Exception exception) when (exception is ArgumentException or InvalidOperationException or IOException)
        {
            // It ended before the question, or during it.
            return false;
        }
    }

    /// <summary>Linux lists a process as <c>id (name) state …</c> until its parent has taken note of its end.</summary>
    private static bool IsZombie(int processId)
    {
        string status = File.ReadAllText($"/proc/{processId}/stat");
        return status[(status.LastIndexOf(')') + 2)..].StartsWith('Z');
    }
}
