namespace CompetencyPortal.Web.Infrastructure.Passkeys;

/// <summary>How the portal asks for passkeys: the section <c>Passkeys</c> of the configuration.</summary>
public sealed record PasskeySettings
{
    public const string Section = "Passkeys";

    internal const string Refusal = "Passkeys:ChallengeLifetime must be between a second and an hour.";

    /// <summary>The domain that passkeys are made for, forever; null: the host of the portal's public address, else of the request.</summary>
    public string? ServerDomain { get; init; }

    /// <summary>How long a browser, and the person before it, may take to answer.</summary>
    public TimeSpan ChallengeLifetime { get; init; } = TimeSpan.FromMinutes(5);

    internal bool AreSensible => ChallengeLifetime >= TimeSpan.FromSeconds(1) && ChallengeLifetime <= TimeSpan.FromHours(1);
}
