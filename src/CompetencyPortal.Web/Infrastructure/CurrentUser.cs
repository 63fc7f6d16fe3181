using CompetencyPortal.Data.Entities;

namespace CompetencyPortal.Web.Infrastructure;

/// <summary>The signed-in person of the current request, filled once by the session lookup; empty for the anonymous.</summary>
public sealed class CurrentUser
{
    public Guid? UserId { get; set; }

    public string? DisplayName { get; set; }

    public PortalRole? Role { get; set; }

    /// <summary>The person's organisation; null for staff.</summary>
    public Guid? PartnerId { get; set; }

    public string? PartnerName { get; set; }

    /// <summary>Whether amounts may be shown, and not only met or not met.</summary>
    public bool MaySeeAmounts { get; set; }

    /// <summary>The rulebook's version when the request began.</summary>
    public long RulebookVersion { get; set; }

    public bool IsSignedIn => UserId is not null;

    public bool IsPartner => Role is PortalRole.PartnerAdmin or PortalRole.PartnerMember;

    public bool IsStaff => Role is PortalRole.ProgrammeEditor or PortalRole.ProgrammeAdmin;
}
