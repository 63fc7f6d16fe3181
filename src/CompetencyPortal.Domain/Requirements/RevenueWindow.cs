namespace CompetencyPortal.Domain.Requirements;

/// <summary>Which days' revenue a threshold counts; never a day after the as-of date.</summary>
public enum RevenueWindow
{
    /// <summary>The twelve months that end on, and include, the as-of date: <c>(asOf minus 1 year, asOf]</c>.</summary>
    TrailingTwelveMonths,

    /// <summary>Every day up to and including the as-of date.</summary>
    AllTime,
}
