using System.CommandLine;
using System.Text;

using CompetencyPortal.Data;
using CompetencyPortal.Data.Accounts;
using CompetencyPortal.Data.Entities;

using Microsoft.Extensions.DependencyInjection;

namespace CompetencyPortal.Cli.Operator;

/// <summary><c>staff add</c>: makes an account of programme staff; the first one of a new portal comes into being here.</summary>
internal sealed class StaffAddCommand : OwnerCommand
{
    private readonly Option<string> _email = new("--email") { Description = "The address to sign in with.", Required = true };

    private readonly Option<string> _name = new("--name") { Description = "The person's name, as others see it.", Required = true };

    private readonly Option<bool> _editor = new("--editor") { Description = "An editor of the rulebook, rather than a programme admin." };

    public StaffAddCommand()
        : base("add", $"Adds an account of programme staff. The password, at least {PasswordLength.Least} characters, is the first line of standard input.")
    {
        Options.Add(_email);
        Options.Add(_name);
        Options.Add(_editor);
    }

    protected override async Task RunAsync(IServiceProvider services, ParseResult arguments, CancellationToken cancellationToken)
    {
        var password = Console.IsInputRedirected ? await Console.In.ReadLineAsync(cancellationToken) ?? "" : Ask(arguments.InvocationConfiguration.Error);
        await using var scope = services.CreateAsyncScope();
        var role = arguments.GetValue(_editor) ? PortalRole.ProgrammeEditor : PortalRole.ProgrammeAdmin;
        var problems = await scope.ServiceProvider.GetRequiredService<StaffAccounts>().AddAsync(
            arguments.GetRequiredValue(_email), arguments.GetRequiredValue(_name), role, password, cancellationToken);
        if (problems.Count > 0)
        {
            throw new StartRefusedException(string.Join(Environment.NewLine, problems));
        }

        await arguments.InvocationConfiguration.Output.WriteLineAsync($"{arguments.GetValue(_email)} can sign in.");
    }

    /// <summary>Lets a person type the password unseen.</summary>
    private static string Ask(TextWriter prompt)
    {
        prompt.Write("Password: ");
        var typed = new StringBuilder();
        while (Console.ReadKey(intercept: true) is { Key: not ConsoleKey.Enter } key)
        {
            if (key.Key is not ConsoleKey.Backspace)
            {
                typed.Append(key.KeyChar);
            }
            else if (typed.Length > 0)
            {
                typed.Length--;
            }
        }

        prompt.WriteLine();
        return typed.ToString();
    }
}
