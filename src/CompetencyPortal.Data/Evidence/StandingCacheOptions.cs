namespace CompetencyPortal.Data.Evidence;

/// <summary>How much the portal remembers of the organisations it judged: the section <c>Standings</c> of the configuration.</summary>
public sealed record StandingCacheOptions
{
    public const string Section = "Standings";

    internal const string Refusal = "Standings:CachedRows must not be negative; zero remembers nothing.";

    /// <summary>How many lines and passes are remembered at most, of all organisations together: about 150 bytes each.</summary>
    public long CachedRows { get; init; } = 500_000;

    internal bool AreSensible => CachedRows >= 0;
}
