namespace CompetencyPortal.Web.Infrastructure.Facts;

/// <summary>What every form for a fact shows around its fields.</summary>
public interface IFactForm
{
    /// <summary>The row that is edited; null where one is added.</summary>
    Guid? Id { get; }

    /// <summary>What others did to the row meanwhile, the earliest first; empty if nobody did anything.</summary>
    IReadOnlyList<FactStep> Steps { get; }

    /// <summary>Where the form differs from what others saved meanwhile; empty if nobody did, or nothing does.</summary>
    IReadOnlyList<FactDifference> Conflict { get; }

    /// <summary>Whether somebody else deleted the row meanwhile; what was entered can still be added anew.</summary>
    bool IsDeleted { get; }

    /// <summary>The address that the form is posted to where it is not the page's own.</summary>
    string? Target { get; }

    string ReturnUrl { get; }
}
