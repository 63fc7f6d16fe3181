using CompetencyPortal.Data.Entities;

namespace CompetencyPortal.Web.Infrastructure.Members;

/// <summary>What a form asks about what somebody may do.</summary>
public interface IRoleInput
{
    PortalRole? Role { get; }

    /// <summary>Said of a partner member.</summary>
    bool MaySeeAmounts { get; }
}
