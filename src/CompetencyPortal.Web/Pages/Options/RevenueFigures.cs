using CompetencyPortal.Domain.Evaluation;
using CompetencyPortal.Web.Infrastructure;

namespace CompetencyPortal.Web.Pages.Options;

/// <summary>The amounts of a revenue finding. A reader without leave to see amounts gets none, so no page can show them by mistake.</summary>
public sealed record RevenueFigures
{
    private RevenueFigures(RevenueFinding finding) =>
        (Counted, Required, Shortfall) = (finding.Sums.Counted, finding.Required, finding.Shortfall);

    public decimal Counted { get; }

    public decimal? Required { get; }

    public decimal? Shortfall { get; }

    public static RevenueFigures? For(CurrentUser reader, RevenueFinding finding) => reader.MaySeeAmounts ? new(finding) : null;
}
