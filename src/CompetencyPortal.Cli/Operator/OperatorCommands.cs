using System.CommandLine;

namespace CompetencyPortal.Cli.Operator;

/// <summary>What the operator of a portal does from the command line.</summary>
public static class OperatorCommands
{
    /// <summary>Adds the commands to the program's own.</summary>
    public static void AddTo(RootCommand root)
    {
        root.Subcommands.Add(new Command("database", "What the operator does to the portal's database.")
        {
            new MigrateCommand(),
            new ScriptCommand(),
        });
        root.Subcommands.Add(new Command("demo", "The demo world of a portal that is tried out.")
        {
            new DemoResetCommand(),
        });
        root.Subcommands.Add(new Command("staff", "The programme's own accounts.")
        {
            new StaffAddCommand(),
        });
    }
}
