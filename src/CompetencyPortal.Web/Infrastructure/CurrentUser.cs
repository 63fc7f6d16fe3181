using CompetencyPortal.Data.Entities;
using CompetencyPortal.Data.Sessions;

namespace CompetencyPortal.Web.Infrastructure;

/// <summary>
/// The signed-in person of the current request, filled once by the session lookup; empty for the anonymous, and for somebody
/// who has yet to show the second factor.
/// </summary>
public sealed class CurrentUser
{
    private SessionInfo? _session;

    /// <summary>The session of somebody who has shown the password and not yet the second factor; null for everyone else.</summary>
    public SessionInfo? Awaiting { get; private set; }

    public Guid? SessionId => _session?.SessionId;

    /// <summary>When the person signed in.</summary>
    public DateTimeOffset? SignedInAt => _session?.StartedAt;

    /// <summary>When the person used the portal last before this session; null if never.</summary>
    public DateTimeOffset? PreviousVisitAt => _session?.PreviousVisitAt;

    public Guid? UserId => _session?.UserId;

    public string? DisplayName => _session?.DisplayName;

    public PortalRole? Role => _session?.Role;

    /// <summary>The person's organisation; null for staff.</summary>
    public Guid? PartnerId => _session?.PartnerId;

    public string? PartnerName => _session?.PartnerName;

    /// <summary>Whether amounts may be shown, and not only met or not met.</summary>
    public bool MaySeeAmounts => _session?.MaySeeAmounts is true;

    /// <summary>The rulebook's version when the request began.</summary>
    public long RulebookVersion => _session?.RulebookVersion ?? 0;

    /// <summary>The version of the organisation's facts when the request began; null for staff.</summary>
    public long? FactsVersion => _session?.FactsVersion;

    public bool IsSignedIn => _session is not null;

    public bool IsPartner => Role is PortalRole.PartnerAdmin or PortalRole.PartnerMember;

    public bool IsStaff => Role is PortalRole.ProgrammeEditor or PortalRole.ProgrammeAdmin;

    internal void Become(SessionInfo session)
    {
        if (session.Stage is SessionStage.Complete)
        {
            _session = session;
        }
        else
        {
            Awaiting = session;
        }
    }
}
