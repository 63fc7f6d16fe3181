namespace CompetencyPortal.Data.Accounts;

/// <summary>What became of a change to the people of a house.</summary>
public enum MembershipOutcome
{
    Done,

    /// <summary>The person is not, or is no longer, of this house.</summary>
    NotFound,

    /// <summary>The house would be left without an admin.</summary>
    LastAdmin,
}
