using CompetencyPortal.Data.Entities;

using Microsoft.EntityFrameworkCore;

namespace CompetencyPortal.Data.Accounts;

/// <summary>
/// Changes who does what in a house: the organisation at work, or programme staff where none is. A house that has an admin
/// keeps one, even when two admins act at the same moment. What is done takes effect with the person's next request.
/// </summary>
public sealed class Memberships(PortalDbContext db)
{
    private string Kind => db.PartnerScope is null ? "Staff" : "Member";

    private PortalRole AdminRole => db.PartnerScope is null ? PortalRole.ProgrammeAdmin : PortalRole.PartnerAdmin;

    private IQueryable<PortalUser> People => db.Users.Where(user => user.PartnerId == db.PartnerScope);

    /// <summary>Gives a person a role of their house, and a partner member leave to see amounts or not.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The role is the other house's.</exception>
    public Task<MembershipOutcome> ChangeAsync(Guid userId, PortalRole role, bool maySeeAmounts, CancellationToken cancellationToken = default)
    {
        var isStaffs = role is PortalRole.ProgrammeAdmin or PortalRole.ProgrammeEditor;
        if (isStaffs != db.PartnerScope is null)
        {
            throw new ArgumentOutOfRangeException(nameof(role), role, "A person's role is one of their own house.");
        }

        return ActAsync(userId, staysAdmin: role == AdminRole, person => ChangeAsync(person, role, maySeeAmounts, cancellationToken), cancellationToken);
    }

    /// <summary>Removes a person's account, with all that hangs on it: sessions, passkeys, tokens. What they did stays in the audit trail.</summary>
    public Task<MembershipOutcome> RemoveAsync(Guid userId, CancellationToken cancellationToken = default) =>
        ActAsync(userId, staysAdmin: false, person => RemoveAsync(person, cancellationToken), cancellationToken);

    private async Task<MembershipOutcome> ActAsync(Guid userId, bool staysAdmin, Func<PortalUser, Task> act, CancellationToken cancellationToken)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        await db.LockHouseAsync(cancellationToken);
        if (await People.AsNoTracking().SingleOrDefaultAsync(user => user.Id == userId, cancellationToken) is not { } person)
        {
            return MembershipOutcome.NotFound;
        }

        if (person.Role == AdminRole && !staysAdmin && !await People.AnyAsync(user => user.Id != userId && user.Role == AdminRole, cancellationToken))
        {
            return MembershipOutcome.LastAdmin;
        }

        await act(person);
        if (person.Role == AdminRole && !staysAdmin)
        {
            await WithdrawInvitationsOfAsync(person, cancellationToken);
        }

        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return MembershipOutcome.Done;
    }

    private async Task ChangeAsync(PortalUser person, PortalRole role, bool maySeeAmounts, CancellationToken cancellationToken)
    {
        // A leave means something for partner members alone, and is not kept for later.
        var leave = role is PortalRole.PartnerMember && maySeeAmounts;

        // The new stamp makes Identity refuse to save an account that was read before, which would bring the old role back.
        var stamp = Guid.CreateVersion7().ToString();
        await People.Where(user => user.Id == person.Id).ExecuteUpdateAsync(
            set => set.SetProperty(user => user.Role, role).SetProperty(user => user.MaySeeAmounts, leave).SetProperty(user => user.ConcurrencyStamp, stamp),
            cancellationToken);
        var leaves = leave == person.MaySeeAmounts ? "" : $", may see amounts: {person.MaySeeAmounts} → {leave}";
        if (role != person.Role)
        {
            Audit("RoleChanged", person, $"{person.Role} → {role}{leaves}");
        }
        else if (leaves is not "")
        {
            Audit("AmountsLeaveChanged", person, $"{person.Role}{leaves}");
        }
    }

    private async Task RemoveAsync(PortalUser person, CancellationToken cancellationToken)
    {
        await People.Where(user => user.Id == person.Id).ExecuteDeleteAsync(cancellationToken);
        Audit(
            person.Id == db.ActorId ? "Left" : "Removed",
            person,
            $"{person.Role}",
            new AuditPersonalDetail { SubjectId = person.Id, Text = $"{person.DisplayName} <{person.Email}>" });
    }

    /// <summary>Whoever no longer invites has not invited either: a link of theirs could be a way back.</summary>
    private async Task WithdrawInvitationsOfAsync(PortalUser person, CancellationToken cancellationToken)
    {
        var theirs = db.Invitations.Where(row => row.InvitedBy == person.Id);
        foreach (var id in await theirs.Select(row => row.Id).ToListAsync(cancellationToken))
        {
            db.Audit("Invitation.Withdrawn", nameof(Invitation), id.ToString(), $"with {person.Id}");
        }

        await theirs.ExecuteDeleteAsync(cancellationToken);
    }

    private void Audit(string act, PortalUser person, string details, AuditPersonalDetail? personal = null) =>
        db.Audit($"{Kind}.{act}", nameof(PortalUser), person.Id.ToString(), details, personal);
}
