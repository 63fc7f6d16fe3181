namespace CompetencyPortal.Domain.Evaluation;

/// <summary>A reading of an open sentence, as findings and documents name it.</summary>
public enum ReadingChoice
{
    /// <summary>Customers must be associated on the as-of date.</summary>
    AssociationAsOf,

    /// <summary>Customers must be associated on the date of the line.</summary>
    AssociationAtTransaction,

    /// <summary>Only the trailing twelve months count.</summary>
    WindowTrailingTwelveMonths,

    /// <summary>Every day up to the as-of date counts.</summary>
    WindowAllTime,
}
