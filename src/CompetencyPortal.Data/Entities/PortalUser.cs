using Microsoft.AspNetCore.Identity;

namespace CompetencyPortal.Data.Entities;

/// <summary>A person who signs in: of one organisation, or of programme staff.</summary>
public sealed class PortalUser : IdentityUser<Guid>
{
    public const int DisplayNameLength = 200;
    public const int CultureLength = 20;
    public const int UsedCodeLength = 10;

    public PortalUser() => Id = Guid.CreateVersion7();

    public required string DisplayName { get; set; }

    public required PortalRole Role { get; set; }

    /// <summary>The person's organisation; null for programme staff.</summary>
    public Guid? PartnerId { get; init; }

    public Partner? Partner { get; init; }

    /// <summary>Whether a partner member may see amounts; an admin and staff always may.</summary>
    public bool MaySeeAmounts { get; set; }

    /// <summary>The language the person chose; null follows the browser.</summary>
    public string? Culture { get; set; }

    /// <summary>The last use of the portal in a session that is over; null before the first.</summary>
    public DateTimeOffset? LastVisitAt { get; set; }

    /// <summary>Whether the account belongs to the demo world and is offered with one click.</summary>
    public bool IsDemo { get; init; }

    /// <summary>The authenticator's code that was accepted last: neither it nor one before it is accepted again.</summary>
    public string? UsedCode { get; private set; }

    /// <summary>The moment that <see cref="UsedCode"/> stands for.</summary>
    public DateTimeOffset? UsedCodeAt { get; private set; }
}
