using System.Collections.Immutable;
using CompetencyPortal.Domain.Competencies;
using CompetencyPortal.Domain.Evaluation;
using CompetencyPortal.Web.Infrastructure;

namespace CompetencyPortal.Web.Pages.Options;

/// <summary>A revenue finding as one reader may see it.</summary>
/// <param name="Threshold">The threshold's id.</param>
/// <param name="NetNewOnly">Whether only net new revenue counts.</param>
/// <param name="Standing">The answer.</param>
/// <param name="Market">The organisation's market; null if it is not known.</param>
/// <param name="OtherReadings">The readings that would change the answer.</param>
/// <param name="Figures">The amounts, for a reader with leave to see them.</param>
public sealed record RevenueView(
    string Threshold, bool NetNewOnly, Standing Standing, Market? Market, ImmutableArray<OtherReading> OtherReadings, RevenueFigures? Figures)
{
    public static RevenueView Of(RevenueFinding finding, CurrentUser reader) => new(
        finding.Threshold.Id,
        finding.Threshold.NetNewOnly,
        finding.Standing,
        finding.Market,
        finding.OtherReadings,
        RevenueFigures.For(reader, finding));
}
