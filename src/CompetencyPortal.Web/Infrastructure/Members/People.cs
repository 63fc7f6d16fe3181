using CompetencyPortal.Data;
using CompetencyPortal.Data.Accounts;
using CompetencyPortal.Data.Entities;
using Microsoft.EntityFrameworkCore;

namespace CompetencyPortal.Web.Infrastructure.Members;

/// <summary>The people of the house at work, and the invitations that wait for an answer.</summary>
public sealed class People(PortalDbContext db, Invitations invitations, TimeProvider clock)
{
    public async Task<IReadOnlyList<Person>> MembersAsync(CancellationToken cancellationToken) =>
        await Members.OrderBy(person => person.Name).ThenBy(person => person.Id).ToListAsync(cancellationToken);

    public Task<Person?> MemberAsync(Guid id, CancellationToken cancellationToken) => Members.SingleOrDefaultAsync(person => person.Id == id, cancellationToken);

    public async Task<IReadOnlyList<Waiting>> InvitationsAsync(CancellationToken cancellationToken) =>
        await Pending.OrderBy(invitation => invitation.Name).ThenBy(invitation => invitation.Id).ToListAsync(cancellationToken);

    public Task<Waiting?> InvitationAsync(Guid id, CancellationToken cancellationToken) => Pending.SingleOrDefaultAsync(invitation => invitation.Id == id, cancellationToken);

    private IQueryable<Person> Members => db.Users.Where(user => user.PartnerId == db.PartnerScope)
        .Select(user => new Person { Id = user.Id, Name = user.DisplayName, Email = user.Email!, Role = user.Role, MaySeeAmounts = user.MaySeeAmounts });

    private IQueryable<Waiting> Pending
    {
        get
        {
            var now = clock.GetUtcNow();
            return invitations.Pending.Select(row => new Waiting
            {
                Id = row.Id,
                Name = row.DisplayName,
                Email = row.Email,
                Role = row.Role,
                MaySeeAmounts = row.MaySeeAmounts,
                Culture = row.Culture,
                ExpiresAt = row.ExpiresAt,
                HasExpired = row.ExpiresAt <= now,
            });
        }
    }

    /// <summary>Somebody of the house.</summary>
    public sealed record Person
    {
        public required Guid Id { get; init; }

        public required string Name { get; init; }

        public required string Email { get; init; }

        public required PortalRole Role { get; init; }

        /// <summary>Said of a partner member; everybody else sees amounts anyway.</summary>
        public required bool MaySeeAmounts { get; init; }

        public bool IsAdmin => Role is PortalRole.PartnerAdmin or PortalRole.ProgrammeAdmin;
    }

    /// <summary>Somebody who is invited.</summary>
    public sealed record Waiting
    {
        public required Guid Id { get; init; }

        public required string Name { get; init; }

        public required string Email { get; init; }

        public required PortalRole Role { get; init; }

        public required bool MaySeeAmounts { get; init; }

        public required string Culture { get; init; }

        public required DateTimeOffset ExpiresAt { get; init; }

        public required bool HasExpired { get; init; }
    }
}
