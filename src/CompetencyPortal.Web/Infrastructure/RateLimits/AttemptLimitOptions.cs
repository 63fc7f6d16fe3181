namespace CompetencyPortal.Web.Infrastructure.RateLimits;

/// <summary>How often somebody may try a door: the section <c>RateLimits</c> of the configuration.</summary>
public sealed record AttemptLimitOptions
{
    public const string Section = "RateLimits";

    internal const string Refusal = "RateLimits:Attempts must be at least 1, and RateLimits:Window at least a second.";

    /// <summary>How many attempts there may be within <see cref="Window"/> on one account, and as many from one address at each page.</summary>
    public int Attempts { get; init; } = 10;

    public TimeSpan Window { get; init; } = TimeSpan.FromMinutes(1);

    internal bool AreSensible => Attempts >= 1 && Window >= TimeSpan.FromSeconds(1);
}
