namespace CompetencyPortal.Data.Entities;

/// <summary>What the rows of a file that is imported are about.</summary>
public enum ImportKind
{
    /// <summary>Sales and credits.</summary>
    Revenue,

    /// <summary>Customers; a row for each association, or one for a customer alone.</summary>
    Customers,

    /// <summary>People; a row for each credential passed, or one for a person alone.</summary>
    People,
}
