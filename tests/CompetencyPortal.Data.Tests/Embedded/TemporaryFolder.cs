using System.Diagnostics;
using System.Globalization;

namespace CompetencyPortal.Data.Tests.Embedded;

/// <summary>A folder of the test's own, with a space in its name. Disposing it ends a server that a failed test left on it, and removes it.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    public TemporaryFolder(string name = "embedded")
    {
        Path = System.IO.Path.Combine(System.IO.Path.GetTempPath(), $"portal {Guid.CreateVersion7():n}", name);
        Directory.CreateDirectory(Path);
    }

    public string Path { get; }

    public string Sub(params string[] names)
    {
        return System.IO.Path.Combine([Path, .. names]);
    }

    /// <summary>The process that the server's own lock file names, alive or not; null without such a file.</summary>
    public int? NamedServerProcess
    {
        get
        {
            string file = Sub("cluster", "server", "data", "postmaster.pid");
            return File.Exists(file) ? int.Parse(File.ReadLines(file).First(), CultureInfo.InvariantCulture) : null;
        }
    }

    public void Dispose()
    {
        try
        {
            if (NamedServerProcess is int id)
            {
                using var server = Process.GetProcessById(id);
                server.Kill();
                server.WaitForExit();
            }
        }
        catch (ArgumentException)
        {
            // It is gone already.
        }

        Directory.Delete(System.IO.Path.GetDirectoryName(Path)!, recursive: true);
    }
}
