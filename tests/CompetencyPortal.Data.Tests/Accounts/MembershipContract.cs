using CompetencyPortal.Data.Accounts;
using CompetencyPortal.Data.Entities;
using CompetencyPortal.Testing;
using CompetencyPortal.Testing.Databases;

using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CompetencyPortal.Data.Tests.Accounts;

/// <summary>Who does what in a house, and that it never loses its last admin; the same for organisations and for staff.</summary>
public abstract class MembershipContract(DatabaseFixture server) : DatabaseContract(server)
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Change_WhenThePersonIsTheLastAdmin_IsRefused(bool isStaff)
    {
        var house = await HouseAsync(isStaff);
        Assert.Equal(MembershipOutcome.LastAdmin, await ChangeAsync(house, house.First, house.OtherRole));
        Assert.Equal(MembershipOutcome.LastAdmin, await RemoveAsync(house, house.First));
        Assert.Equal(MembershipOutcome.LastAdmin, await RemoveAsync(house, house.First, house.First));
        Assert.Equal(house.AdminRole, (await PersonAsync(house.First))!.Role);
        Assert.Empty(await EventsAsync());
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Change_WhenThereIsAnotherAdmin_IsDone(bool isStaff)
    {
        var house = await HouseAsync(isStaff);
        Assert.Equal(MembershipOutcome.Done, await ChangeAsync(house, house.Second, house.AdminRole));
        Assert.Equal(MembershipOutcome.Done, await ChangeAsync(house, house.First, house.OtherRole));
        Assert.Equal((house.OtherRole, house.AdminRole), ((await PersonAsync(house.First))!.Role, (await PersonAsync(house.Second))!.Role));
        Assert.Equal([$"{house.Kind}.RoleChanged", $"{house.Kind}.RoleChanged"], (await EventsAsync()).Select(one => one.Action));
    }

    [Theory]
    [InlineData(true, true)]
    [InlineData(true, false)]
    [InlineData(false, true)]
    [InlineData(false, false)]
    public async Task Change_WhenAnAdminStopsBeingOne_WithdrawsTheirInvitations(bool isStaff, bool isRemoved)
    {
        var house = await HouseAsync(isStaff, secondIsAdmin: true);
        var (theirs, others) = (await InviteAsync(house, house.First), await InviteAsync(house, house.Second));
        Assert.Equal(MembershipOutcome.Done, isRemoved ? await RemoveAsync(house, house.First, house.Second) : await ChangeAsync(house, house.First, house.OtherRole, house.Second));
        await using var db = await Database.OpenAsync();
        Assert.Equal([others], await db.Invitations.Select(row => row.Id).ToListAsync(Cancellation));
        Assert.Equal([$"{theirs}"], await db.AuditEvents.Where(one => one.Action == "Invitation.Withdrawn").Select(one => one.EntityId).ToListAsync(Cancellation));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Change_WhenTwoAdminsDemoteEachOtherAtOnce_LeavesOne(bool isStaff)
    {
        for (var round = 0; round < 5; round++)
        {
            var house = await HouseAsync(isStaff, secondIsAdmin: true);
            var outcomes = await Task.WhenAll(
                Task.Run(() => ChangeAsync(house, house.Second, house.OtherRole, house.First), Cancellation),
                Task.Run(() => ChangeAsync(house, house.First, house.OtherRole, house.Second), Cancellation));
            Assert.Equal([MembershipOutcome.Done, MembershipOutcome.LastAdmin], outcomes.Order());
            await ForgetAsync(house);
        }
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Remove_WhenTwoAdminsLeaveAtOnce_KeepsOne(bool isStaff)
    {
        for (var round = 0; round < 5; round++)
        {
            var house = await HouseAsync(isStaff, secondIsAdmin: true);
            var outcomes = await Task.WhenAll(
                Task.Run(() => RemoveAsync(house, house.First, house.First), Cancellation),
                Task.Run(() => RemoveAsync(house, house.Second, house.Second), Cancellation));
            Assert.Equal([MembershipOutcome.Done, MembershipOutcome.LastAdmin], outcomes.Order());
            await ForgetAsync(house);
        }
    }

    [Fact]
    public async Task Remove_OfAMember_TakesTheirSessionsAndKeepsWhatTheyDid()
    {
        var house = await HouseAsync(isStaff: false);
        await SaveAsync(house.PartnerId, new UserSession
        {
            TokenHash = SecretToken.Create().Hash(),
            UserId = house.Second.Id,
            Stage = SessionStage.Complete,
            CreatedAt = Database.Clock.Now,
            LastSeenAt = Database.Clock.Now,
            ExpiresAt = Database.Clock.Now.AddHours(1),
        });
        await using (var db = await Database.OpenAsync(house.PartnerId))
        {
            db.ActorId = house.Second.Id;
            db.Audit("Customer.Added", nameof(Customer), "1");
            await db.SaveChangesAsync(Cancellation);
        }

        Assert.Equal(MembershipOutcome.Done, await RemoveAsync(house, house.Second, house.First));
        Assert.Null(await PersonAsync(house.Second));
        var events = await EventsAsync();
        Assert.Contains(events, one => one.Action is "Customer.Added" && one.ActorId == house.Second.Id);
        var removed = events.Single(one => one.Action is "Member.Removed");
        Assert.Equal(
            (house.PartnerId, house.First.Id, house.Second.Id.ToString(), house.Second.Id, $"{house.Second.DisplayName} <{house.Second.Email}>"),
            (removed.PartnerId, removed.ActorId!.Value, removed.EntityId, removed.Personal!.SubjectId, removed.Personal.Text));
        Assert.DoesNotContain(house.Second.Email!, removed.Details, StringComparison.Ordinal);
        await using var after = await Database.OpenAsync();
        Assert.Empty(await after.UserSessions.ToListAsync(Cancellation));
    }

    [Fact]
    public async Task Remove_OfOneself_IsLeaving()
    {
        var house = await HouseAsync(isStaff: true);
        Assert.Equal(MembershipOutcome.Done, await RemoveAsync(house, house.Second, house.Second));
        Assert.Equal("Staff.Left", (await EventsAsync()).Single().Action);
    }

    [Fact]
    public async Task Change_OfAMembersLeave_IsKeptForMembersAlone()
    {
        var house = await HouseAsync(isStaff: false);
        Assert.Equal(MembershipOutcome.Done, await ChangeAsync(house, house.Second, PortalRole.PartnerMember, maySeeAmounts: true));
        Assert.True((await PersonAsync(house.Second))!.MaySeeAmounts);
        Assert.Equal("Member.AmountsLeaveChanged", (await EventsAsync()).Single().Action);
        Assert.Equal(MembershipOutcome.Done, await ChangeAsync(house, house.Second, PortalRole.PartnerAdmin, maySeeAmounts: true));
        Assert.False((await PersonAsync(house.Second))!.MaySeeAmounts);
    }

    /// <summary>An account that was read before its role changed cannot be saved with the old role.</summary>
    [Fact]
    public async Task Change_OfARole_MakesAnOldCopyOfTheAccountUnsaveable()
    {
        var house = await HouseAsync(isStaff: false);
        await using var stale = await Database.OpenAsync();
        var copy = await stale.Users.SingleAsync(user => user.Id == house.Second.Id, Cancellation);
        await ChangeAsync(house, house.Second, PortalRole.PartnerAdmin);
        stale.Update(copy);
        await Assert.ThrowsAsync<DbUpdateConcurrencyException>(() => stale.SaveChangesAsync(Cancellation));
    }

    [Fact]
    public async Task Change_OfSomebodyElsesHouse_FindsNobody()
    {
        var fabrikam = await HouseAsync(isStaff: false);
        var tailspin = await HouseAsync(isStaff: false);
        var staff = await HouseAsync(isStaff: true);
        Assert.Equal(MembershipOutcome.NotFound, await ChangeAsync(fabrikam, tailspin.Second, PortalRole.PartnerAdmin));
        Assert.Equal(MembershipOutcome.NotFound, await RemoveAsync(fabrikam, tailspin.Second));
        Assert.Equal(MembershipOutcome.NotFound, await RemoveAsync(fabrikam, staff.Second));
        Assert.Equal(MembershipOutcome.NotFound, await RemoveAsync(staff, tailspin.Second));
        Assert.Equal(MembershipOutcome.NotFound, await ChangeAsync(staff, tailspin.Second, PortalRole.ProgrammeAdmin));
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => ChangeAsync(fabrikam, fabrikam.Second, PortalRole.ProgrammeAdmin));
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => ChangeAsync(staff, staff.Second, PortalRole.PartnerMember));
    }

    private async Task<House> HouseAsync(bool isStaff, bool secondIsAdmin = false)
    {
        var partner = isStaff ? null : Rows.Partner();
        var (admin, other) = isStaff ? (PortalRole.ProgrammeAdmin, PortalRole.ProgrammeEditor) : (PortalRole.PartnerAdmin, PortalRole.PartnerMember);
        var house = new House(partner?.Id, admin, other, Rows.User(partner, admin), Rows.User(partner, secondIsAdmin ? admin : other, displayName: "Ben Okoye"));
        await SaveAsync(partner?.Id, partner is null ? [house.First, house.Second] : [partner, house.First, house.Second]);
        return house;
    }

    private async Task<Guid> InviteAsync(House house, PortalUser inviter)
    {
        var invitation = new Invitation
        {
            PartnerId = house.PartnerId,
            Email = "cleo@example.com",
            NormalizedEmail = "CLEO@EXAMPLE.COM",
            DisplayName = "Cleo Invited",
            Role = house.OtherRole,
            Culture = "en",
            TokenHash = SecretToken.Create().Hash(),
            InvitedBy = inviter.Id,
            CreatedAt = Database.Clock.GetUtcNow(),
            ExpiresAt = Database.Clock.GetUtcNow().AddDays(7),
        };
        await SaveAsync(house.PartnerId, invitation);
        return invitation.Id;
    }

    /// <summary>Staff are one house: the next round is to begin with its own people.</summary>
    private async Task ForgetAsync(House house)
    {
        await using var db = await Database.OpenAsync();
        await db.Users.Where(user => user.Id == house.First.Id || user.Id == house.Second.Id).ExecuteDeleteAsync(Cancellation);
    }

    private Task<MembershipOutcome> ChangeAsync(House house, PortalUser person, PortalRole role, PortalUser? actor = null, bool maySeeAmounts = false) =>
        ActAsync(house, actor, memberships => memberships.ChangeAsync(person.Id, role, maySeeAmounts, Cancellation));

    private Task<MembershipOutcome> RemoveAsync(House house, PortalUser person, PortalUser? actor = null) =>
        ActAsync(house, actor, memberships => memberships.RemoveAsync(person.Id, Cancellation));

    private async Task<MembershipOutcome> ActAsync(House house, PortalUser? actor, Func<Memberships, Task<MembershipOutcome>> act)
    {
        await using var request = Database.BeginRequest();
        var db = request.ServiceProvider.GetRequiredService<PortalDbContext>();
        await db.EnterPartnerAsync(house.PartnerId, Cancellation);
        db.ActorId = actor?.Id;
        return await act(request.ServiceProvider.GetRequiredService<Memberships>());
    }

    private async Task<PortalUser?> PersonAsync(PortalUser person)
    {
        await using var db = await Database.OpenAsync();
        return await db.Users.AsNoTracking().SingleOrDefaultAsync(user => user.Id == person.Id, Cancellation);
    }

    private async Task<List<AuditEvent>> EventsAsync()
    {
        await using var db = await Database.OpenAsync();
        return await db.AuditEvents.AsNoTracking().Include(one => one.Personal).Where(one => !one.Action.StartsWith("RuleRevision.")).OrderBy(one => one.Id).ToListAsync(Cancellation);
    }

    private sealed record House(Guid? PartnerId, PortalRole AdminRole, PortalRole OtherRole, PortalUser First, PortalUser Second)
    {
        public string Kind => PartnerId is null ? "Staff" : "Member";
    }
}
