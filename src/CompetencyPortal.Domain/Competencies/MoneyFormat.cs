namespace CompetencyPortal.Domain.Competencies;

/// <summary>Whether a number is an amount, and if not, why.</summary>
public enum MoneyFormat
{
    /// <summary>The number is an amount.</summary>
    Valid,

    /// <summary>The number has parts of a cent.</summary>
    TooManyDecimals,

    /// <summary>The number is beyond <see cref="Money.Largest"/>.</summary>
    TooLarge,
}
