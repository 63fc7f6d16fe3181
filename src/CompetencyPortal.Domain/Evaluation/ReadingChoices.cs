using CompetencyPortal.Domain.Requirements;

namespace CompetencyPortal.Domain.Evaluation;

/// <summary>The reading that each value of an open sentence stands for.</summary>
public static class ReadingChoices
{
    /// <summary>The reading of the day on which a customer must be associated.</summary>
    public static ReadingChoice Of(AssociationMoment moment) => moment switch
    {
        AssociationMoment.AsOf => ReadingChoice.AssociationAsOf,
        AssociationMoment.AtTransaction => ReadingChoice.AssociationAtTransaction,
    };

    /// <summary>The reading of the days whose revenue counts.</summary>
    public static ReadingChoice Of(RevenueWindow window) => window switch
    {
        RevenueWindow.TrailingTwelveMonths => ReadingChoice.WindowTrailingTwelveMonths,
        RevenueWindow.AllTime => ReadingChoice.WindowAllTime,
    };
}
