using CompetencyPortal.Domain.Evidence;
using CompetencyPortal.Domain.Requirements;

namespace CompetencyPortal.Domain.Evaluation;

/// <summary>
/// A threshold under one choice of its readings, on one day: it says of every line whether it counts, and if not, why.
/// This is the only place where lines are classified. Source: rulebook, section 3.
/// </summary>
public readonly struct RevenueMeasure
{
    private readonly RevenueThreshold _threshold;
    private readonly DateOnly _asOf;
    private readonly DateOnly _firstDay;
    private readonly AssociationMoment _moment;

    private RevenueMeasure(RevenueThreshold threshold, DateOnly asOf, RevenueWindow window, AssociationMoment moment)
    {
        _threshold = threshold;
        _asOf = asOf;
        _firstDay = FirstDayOf(window, asOf);
        _moment = moment;
    }

    /// <summary>The threshold read by its defaults.</summary>
    public static RevenueMeasure Of(RevenueThreshold threshold, DateOnly asOf) =>
        new(threshold, asOf, threshold.Window.Default, threshold.Association?.Moment.Default ?? default);

    /// <summary>The threshold with another window, the rest by its defaults.</summary>
    public static RevenueMeasure Of(RevenueThreshold threshold, DateOnly asOf, RevenueWindow window) =>
        new(threshold, asOf, window, threshold.Association?.Moment.Default ?? default);

    /// <summary>The threshold with another moment of association, the rest by its defaults.</summary>
    public static RevenueMeasure Of(RevenueThreshold threshold, DateOnly asOf, AssociationMoment moment) =>
        new(threshold, asOf, threshold.Window.Default, moment);

    /// <summary>
    /// The first day of <paramref name="window"/> on <paramref name="asOf"/>, inclusive. For the trailing twelve months it is the day
    /// after the same day a year before (29 February minus one year is 28 February).
    /// </summary>
    public static DateOnly FirstDayOf(RevenueWindow window, DateOnly asOf) => window switch
    {
        // In the calendar's first year there is no day a year before.
        RevenueWindow.TrailingTwelveMonths => asOf.Year > DateOnly.MinValue.Year ? asOf.AddYears(-1).AddDays(1) : DateOnly.MinValue,
        RevenueWindow.AllTime => DateOnly.MinValue,
    };

    /// <summary>Whether <paramref name="line"/> counts, or the first reason why not: product, net new, window, association.</summary>
    public LineOutcome Classify(RevenueLine line)
    {
        if (!_threshold.Products.Contains(line.Product))
        {
            return LineOutcome.Product;
        }

        if (_threshold.NetNewOnly && !line.NetNew)
        {
            return LineOutcome.NetNew;
        }

        if (line.Date < _firstDay || line.Date > _asOf)
        {
            return LineOutcome.Window;
        }

        return _threshold.Association is { } rule && !rule.IsMetBy(line.Customer, AssociationDayOf(line))
            ? LineOutcome.Association
            : LineOutcome.Counted;
    }

    /// <summary>The day on which the customer of <paramref name="line"/> must be associated.</summary>
    public DateOnly AssociationDayOf(RevenueLine line) => _moment == AssociationMoment.AsOf ? _asOf : line.Date;
}
