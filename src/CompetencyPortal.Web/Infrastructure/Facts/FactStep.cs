namespace CompetencyPortal.Web.Infrastructure.Facts;

/// <summary>What somebody else did to a fact while it was looked at.</summary>
/// <param name="Who">Who it was.</param>
/// <param name="At">When.</param>
/// <param name="Changed">The values that changed by it.</param>
public sealed record FactStep(string Who, DateTimeOffset At, IReadOnlyList<FactStep.Value> Changed)
{
    /// <summary>The step that leads from <paramref name="before"/> to <paramref name="after"/>.</summary>
    public static FactStep Of(string who, DateTimeOffset at, FactDescription before, FactDescription after) => new(
        who, at, [.. before.Fields.Zip(after.Fields, (old, now) => new Value(now.Label, old.Value, now.Value)).Where(one => one.Before != one.After)]);

    /// <param name="Label">What the value is.</param>
    /// <param name="Before">What it was.</param>
    /// <param name="After">What it became.</param>
    public sealed record Value(string Label, string Before, string After);
}
