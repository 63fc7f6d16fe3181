using System.CommandLine;

using CompetencyPortal.Cli;
using CompetencyPortal.Cli.Assess;
using CompetencyPortal.Cli.Operator;

var root = new RootCommand("CompetencyPortal: judges partner evidence by the rulebook.")
{
    AssessCommand.Create(TimeProvider.System),
};
OperatorCommands.AddTo(root);

return await root.Parse(args).RunAsync();
