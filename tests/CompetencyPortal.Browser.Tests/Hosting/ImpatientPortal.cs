namespace CompetencyPortal.Browser.Tests.Hosting;

/// <summary>A portal that waits for a passkey's answer for a few seconds only.</summary>
public sealed class ImpatientPortal : RunningPortal
{
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(6);

    protected override IReadOnlyDictionary<string, string> Settings => new Dictionary<string, string>
    {
        ["Passkeys__ChallengeLifetime"] = $"{Patience}",
    };
}
