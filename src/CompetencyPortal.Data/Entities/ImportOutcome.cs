namespace CompetencyPortal.Data.Entities;

/// <summary>What storing a row would do.</summary>
public enum ImportOutcome
{
    /// <summary>It adds something, and alters nothing.</summary>
    New,

    /// <summary>It alters something that is stored.</summary>
    Changed,

    /// <summary>All that it says is stored, or stands in an earlier row.</summary>
    Unchanged,

    /// <summary>It cannot be stored; its errors say why.</summary>
    Refused,
}
