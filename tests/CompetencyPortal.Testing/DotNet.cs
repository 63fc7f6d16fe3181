using System.Runtime.InteropServices;

namespace CompetencyPortal.Testing;

/// <summary>The program that runs the present one, and can run others.</summary>
public static class DotNet
{
    /// <summary>Its path.</summary>
    public static string Program { get; } = Path.GetFullPath(
        OperatingSystem.IsWindows() ? "dotnet.exe" : "dotnet", Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "..", "..", ".."));
}
