namespace CompetencyPortal.Browser.Tests.Hosting;

/// <summary>A portal as its operator starts it for the first time: no demo, and two accounts of programme staff with a password alone.</summary>
public sealed class PortalWithoutDemo : RunningPortal
{
    public const string Password = "correct horse battery staple";

    public const string Ada = "ada@programme.example";
    public const string AdasName = "Ada Lovelace";

    public const string Grace = "grace@programme.example";
    public const string GracesName = "Grace Hopper";

    protected override IReadOnlyDictionary<string, string> Settings => new Dictionary<string, string> { ["Demo__Enabled"] = "false" };

    protected override async Task PrepareAsync()
    {
        await CommandAsync("", "database", "migrate");
        await CommandAsync(Password, "staff", "add", "--email", Ada, "--name", AdasName);
        await CommandAsync(Password, "staff", "add", "--email", Grace, "--name", GracesName);
    }
}
