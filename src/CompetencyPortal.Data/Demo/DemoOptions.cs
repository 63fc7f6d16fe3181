namespace CompetencyPortal.Data.Demo;

/// <summary>The section <c>Demo</c> of the configuration.</summary>
public sealed record DemoOptions
{
    public const string Section = "Demo";

    /// <summary>Whether an empty database is filled with the demo world, and its accounts may be entered without a password.</summary>
    public bool Enabled { get; init; }
}
