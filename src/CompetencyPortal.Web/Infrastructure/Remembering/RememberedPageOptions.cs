namespace CompetencyPortal.Web.Infrastructure.Remembering;

/// <summary>How much is remembered of pages: the section <c>RememberedPages</c> of the configuration.</summary>
public sealed record RememberedPageOptions
{
    public const string Section = "RememberedPages";

    internal const string Refusal = "RememberedPages:Bytes must not be negative; zero remembers nothing.";

    /// <summary>The bytes of all remembered pages together; an overview has about 20,000.</summary>
    public long Bytes { get; init; } = 64_000_000;

    internal bool AreSensible => Bytes >= 0;
}
