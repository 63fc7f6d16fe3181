using CompetencyPortal.Domain.Competencies;
using CompetencyPortal.Domain.Requirements;

namespace CompetencyPortal.Domain.Revisions;

/// <summary>One threshold before and after; null where there is none.</summary>
public sealed record ThresholdDifference(CompetencyOption Option, RevenueThreshold? Before, RevenueThreshold? After)
{
    /// <summary>Whether other revenue counts, or a tier came to ask for it or ceased to; amounts are not looked at.</summary>
    public bool IsChanged => (Before, After) switch
    {
        (null, null) => false,
        ({ } before, { } after) => !(
            before.Products.AsSpan().SequenceEqual(after.Products.AsSpan())
            && before.NetNewOnly == after.NetNewOnly
            && Same(before.Window, after.Window)
            && Same(before.Association, after.Association)
            && before.Silver is null == after.Silver is null
            && before.Gold is null == after.Gold is null),
        _ => true,
    };

    private static bool Same(AssociationRule? before, AssociationRule? after) => (before, after) switch
    {
        (null, null) => true,
        ({ } one, { } other) => one.AnyOf.AsSpan().SequenceEqual(other.AnyOf.AsSpan()) && Same(one.Moment, other.Moment),
        _ => false,
    };

    private static bool Same<T>(Reading<T> before, Reading<T> after)
        where T : struct, Enum =>
        EqualityComparer<T>.Default.Equals(before.Default, after.Default) && before.Alternatives.AsSpan().SequenceEqual(after.Alternatives.AsSpan());
}
