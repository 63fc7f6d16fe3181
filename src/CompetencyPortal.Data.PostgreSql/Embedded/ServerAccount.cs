namespace CompetencyPortal.Data.PostgreSql.Embedded;

/// <summary>
/// Whom the server's processes run as. PostgreSQL refuses to be root, so for root it is <c>nobody</c>; otherwise the
/// program's own user.
/// </summary>
internal static class ServerAccount
{
    public static bool ProgramIsRoot { get; } = !OperatingSystem.IsWindows() && Environment.IsPrivilegedProcess;

    /// <summary>The account to change to; null for the program's own.</summary>
    public static string? UserName { get; } = ProgramIsRoot ? "nobody" : null;
}
