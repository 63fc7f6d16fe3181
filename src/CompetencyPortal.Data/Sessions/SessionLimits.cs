namespace CompetencyPortal.Data.Sessions;

/// <summary>When a session ends by itself: the section <c>Sessions</c> of the configuration.</summary>
public sealed record SessionLimits
{
    public const string Section = "Sessions";

    internal const string Refusal =
        "Sessions:Idle must be at least two minutes, Sessions:Lifetime no shorter, and Sessions:SecondFactor and Sessions:Fresh between one minute and an hour.";

    /// <summary>How long a session may rest between two requests; uses are noted to the minute.</summary>
    public TimeSpan Idle { get; init; } = TimeSpan.FromHours(8);

    /// <summary>How long a session lasts, however much it is used.</summary>
    public TimeSpan Lifetime { get; init; } = TimeSpan.FromHours(24);

    /// <summary>How long a person who has shown the password has to show, or to set up, the second factor.</summary>
    public TimeSpan SecondFactor { get; init; } = TimeSpan.FromMinutes(15);

    /// <summary>How long ago a person may have signed in to change what signing in rests on.</summary>
    public TimeSpan Fresh { get; init; } = TimeSpan.FromMinutes(15);

    internal bool AreSensible => IsShort(SecondFactor) && IsShort(Fresh) && Idle >= TimeSpan.FromMinutes(2) && Lifetime >= Idle;

    private static bool IsShort(TimeSpan time) => time >= TimeSpan.FromMinutes(1) && time <= TimeSpan.FromHours(1);
}
