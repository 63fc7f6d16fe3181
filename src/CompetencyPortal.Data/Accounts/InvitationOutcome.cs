namespace CompetencyPortal.Data.Accounts;

/// <summary>What became of an invitation. It never says whether an account exists in another house.</summary>
public enum InvitationOutcome
{
    Done,

    /// <summary>The person is of this house already.</summary>
    IsMember,

    /// <summary>The house has invited this address already; that invitation can be sent again.</summary>
    IsInvited,

    /// <summary>Too many invitations of this house wait for an answer.</summary>
    TooMany,

    /// <summary>The invitation was accepted or withdrawn meanwhile.</summary>
    NotFound,
}
