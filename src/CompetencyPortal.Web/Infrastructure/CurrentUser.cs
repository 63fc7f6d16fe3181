using CompetencyPortal.Data.Entities;
using CompetencyPortal.Data.Sessions;

namespace CompetencyPortal.Web.Infrastructure;

/// <summary>
/// The signed-in person of the current request, filled once by the session lookup; empty for the anonymous, and for somebody
/// who has yet to show the second factor.
/// </summary>
public sealed class CurrentUser
{
    /// <summary>All that the session lookup said; null for the anonymous.</summary>
    public SessionInfo? Session { get; private set; }

    /// <summary>The session of somebody who has shown the password and not yet the second factor; null for everyone else.</summary>
    public SessionInfo? Awaiting { get; private set; }

    public Guid? SessionId => Session?.SessionId;

    /// <summary>When the person signed in.</summary>
    public DateTimeOffset? SignedInAt => Session?.StartedAt;

    /// <summary>When the person used the portal last before this session; null if never.</summary>
    public DateTimeOffset? PreviousVisitAt => Session?.PreviousVisitAt;

    public Guid? UserId => Session?.UserId;

    public string? DisplayName => Session?.DisplayName;

    public PortalRole? Role => Session?.Role;

    /// <summary>The person's organisation; null for staff.</summary>
    public Guid? PartnerId => Session?.PartnerId;

    public string? PartnerName => Session?.PartnerName;

    /// <summary>Whether amounts may be shown, and not only met or not met.</summary>
    public bool MaySeeAmounts => Session?.MaySeeAmounts is true;

    /// <summary>The rulebook's version when the request began.</summary>
    public long RulebookVersion => Session?.RulebookVersion ?? 0;

    /// <summary>The version of the organisation's facts when the request began; null for staff.</summary>
    public long? FactsVersion => Session?.FactsVersion;

    public bool IsSignedIn => Session is not null;

    public bool IsPartner => Role is PortalRole.PartnerAdmin or PortalRole.PartnerMember;

    public bool IsStaff => Role is PortalRole.ProgrammeEditor or PortalRole.ProgrammeAdmin;

    internal void Become(SessionInfo session)
    {
        if (session.Stage is SessionStage.Complete)
        {
            Session = session;
        }
        else
        {
            Awaiting = session;
        }
    }
}
