namespace CompetencyPortal.Cli;

/// <summary>What the program tells the shell.</summary>
internal static class ExitCode
{
    /// <summary>All went well.</summary>
    public const int Done = 0;

    /// <summary>The command line or the input is wrong; the error output says where, and nothing was done.</summary>
    public const int Refused = 2;
}
