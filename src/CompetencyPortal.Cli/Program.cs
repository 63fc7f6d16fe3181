using System.CommandLine;

using CompetencyPortal.Cli;
using CompetencyPortal.Cli.Assess;

var root = new RootCommand("CompetencyPortal: judges partner evidence by the rulebook.")
{
    AssessCommand.Create(TimeProvider.System),
};

return await root.Parse(args).RunAsync();
