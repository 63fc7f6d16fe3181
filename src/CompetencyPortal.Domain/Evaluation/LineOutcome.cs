namespace CompetencyPortal.Domain.Evaluation;

/// <summary>
/// What became of a revenue line: counted, or the first reason that excludes it, in the order in which reasons are asked.
/// </summary>
public enum LineOutcome
{
    /// <summary>The line counts.</summary>
    Counted,

    /// <summary>Its product is not one of the threshold's.</summary>
    Product,

    /// <summary>It is existing business, and only net new revenue counts.</summary>
    NetNew,

    /// <summary>Its day lies outside the window, or after the as-of date.</summary>
    Window,

    /// <summary>Its customer is not associated as required.</summary>
    Association,
}
