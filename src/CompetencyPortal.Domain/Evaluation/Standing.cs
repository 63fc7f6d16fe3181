namespace CompetencyPortal.Domain.Evaluation;

/// <summary>The answer for one requirement, or for all requirements of a tier together.</summary>
public enum Standing
{
    /// <summary>It is met.</summary>
    Met,

    /// <summary>It is not met.</summary>
    NotMet,

    /// <summary>
    /// Neither can be said, because the requirements state no amount for the partner's market or the partner has none.
    /// </summary>
    Undetermined,
}
