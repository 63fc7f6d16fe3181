namespace CompetencyPortal.Domain.Requirements;

/// <summary>The day on which a line's customer must be associated with the partner.</summary>
public enum AssociationMoment
{
    /// <summary>On the as-of date, whatever the line's own date.</summary>
    AsOf,

    /// <summary>On the line's own date.</summary>
    AtTransaction,
}
