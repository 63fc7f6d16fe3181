using CompetencyPortal.Data.Accounts;
using CompetencyPortal.Data.Auditing;
using CompetencyPortal.Data.Entities;
using CompetencyPortal.Testing;
using CompetencyPortal.Testing.Databases;

using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CompetencyPortal.Data.Tests.Accounts;

/// <summary>Links that make an account: once, in time, and only as long as nobody took them back.</summary>
public abstract class InvitationContract(DatabaseFixture server) : DatabaseContract(server)
{
    private const string Email = "carla@fabrikam.example";
    private const string Password = "correct horse battery staple";

    [Theory]
    [InlineData(PortalRole.PartnerMember)]
    [InlineData(PortalRole.ProgrammeEditor)]
    public async Task Accept_OfALink_MakesTheAccountOnce(PortalRole role)
    {
        var house = role is PortalRole.PartnerMember ? await OrganisationAsync() : null;
        var (token, invitation) = await InviteAsync(house, Carla(role));
        var accepted = await AcceptAsync(token);
        Assert.Equal(
            (invitation.Id, Email, true, "Carla Ruiz", role, house?.Id, role is PortalRole.PartnerMember, "es"),
            (accepted.User!.Id, accepted.User.Email, accepted.User.EmailConfirmed, accepted.User.DisplayName, accepted.User.Role, accepted.User.PartnerId, accepted.User.MaySeeAmounts, accepted.User.Culture));
        Assert.True((await AcceptAsync(token)).IsGone);
        await using var db = await Database.OpenAsync();
        Assert.Empty(await db.Invitations.ToListAsync(Cancellation));
        Assert.Equal(["Invitation.Sent", "Invitation.Accepted"], (await EventsAsync()).Select(one => one.Action));
        Assert.All(await EventsAsync(), one => Assert.Equal(house?.Id, one.PartnerId));
    }

    [Fact]
    public async Task Accept_OfALink_ByTwoAtOnce_MakesOneAccount()
    {
        for (var round = 0; round < 3; round++)
        {
            var (token, _) = await InviteAsync(await OrganisationAsync(), Carla() with { Email = $"carla{round}@fabrikam.example" });
            var outcomes = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => AcceptAsync(token), Cancellation)));
            Assert.Single(outcomes, one => one.User is not null);
            Assert.All(outcomes.Where(one => one.User is null), one => Assert.True(one.IsGone || one.HasAccount));
        }
    }

    [Fact]
    public async Task Accept_OfALink_EndsWithItsTime()
    {
        var (token, _) = await InviteAsync(await OrganisationAsync(), Carla());
        Database.Clock.Advance(TimeSpan.FromDays(7) - TimeSpan.FromSeconds(1));
        Assert.True(await WorksAsync(token));
        Database.Clock.Advance(TimeSpan.FromSeconds(1));
        Assert.False(await WorksAsync(token));
        Assert.True((await AcceptAsync(token)).IsGone);
    }

    [Fact]
    public async Task Accept_WithAPasswordThatIsTooShort_LeavesTheInvitation()
    {
        var (token, _) = await InviteAsync(await OrganisationAsync(), Carla());
        var outcome = await AcceptAsync(token, "seven77");
        Assert.Equal("PasswordTooShort", Assert.Single(outcome.Errors!).Code);
        Assert.True(await WorksAsync(token));
        Assert.Equal(["Invitation.Sent"], (await EventsAsync()).Select(one => one.Action));
        Assert.NotNull((await AcceptAsync(token)).User);
    }

    [Fact]
    public async Task Accept_WhenTheAddressHasAnAccountElsewhere_SaysSoToTheHolderAlone()
    {
        var tailspin = Rows.Partner("Tailspin");
        await SaveAsync(tailspin.Id, tailspin, Rows.User(tailspin, email: Email));
        var fabrikam = await OrganisationAsync();
        await InviteAsync(null, Carla(PortalRole.ProgrammeEditor));
        var (token, _) = await InviteAsync(fabrikam, Carla() with { Email = Email.ToUpperInvariant() });
        Assert.True((await AcceptAsync(token)).HasAccount);
        Assert.True(await WorksAsync(token));
    }

    [Fact]
    public async Task Invite_WhenThePersonIsInvitedOrInTheHouse_IsRefused()
    {
        var fabrikam = await OrganisationAsync();
        await SaveAsync(fabrikam.Id, Rows.User(fabrikam, email: "ben@fabrikam.example"));
        await InviteAsync(fabrikam, Carla());
        Assert.Equal(InvitationOutcome.IsInvited, (await TryInviteAsync(fabrikam, Carla() with { Email = Email.ToUpperInvariant() })).Outcome);
        Assert.Equal(InvitationOutcome.IsMember, (await TryInviteAsync(fabrikam, Carla() with { Email = "Ben@fabrikam.example" })).Outcome);
        Assert.Equal(InvitationOutcome.Done, (await TryInviteAsync(await OrganisationAsync(), Carla())).Outcome);
    }

    [Fact]
    public async Task Invite_OfOneAddressByTwoAtOnce_InvitesOnce()
    {
        var fabrikam = await OrganisationAsync();
        var outcomes = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => TryInviteAsync(fabrikam, Carla()), Cancellation)));
        Assert.Single(outcomes, one => one.Outcome is InvitationOutcome.Done);
        Assert.Equal(3, outcomes.Count(one => one.Outcome is InvitationOutcome.IsInvited));
    }

    [Fact]
    public async Task Invite_WhenAHundredWait_IsRefused()
    {
        var fabrikam = await OrganisationAsync();
        for (var i = 0; i < InvitationLimits.MostPending; i++)
        {
            Assert.Equal(InvitationOutcome.Done, (await TryInviteAsync(fabrikam, Carla() with { Email = $"{i}@fabrikam.example" })).Outcome);
        }

        Assert.Equal(InvitationOutcome.TooMany, (await TryInviteAsync(fabrikam, Carla())).Outcome);
        Assert.Equal(InvitationOutcome.Done, (await TryInviteAsync(await OrganisationAsync(), Carla())).Outcome);
    }

    [Fact]
    public async Task Resend_OfAnInvitation_KillsTheOldLinkAndRenewsTheTime()
    {
        var fabrikam = await OrganisationAsync();
        var (old, invitation) = await InviteAsync(fabrikam, Carla());
        Database.Clock.Advance(TimeSpan.FromDays(8));
        SecretToken? renewed = null;
        Assert.Equal(InvitationOutcome.Done, await InAsync(fabrikam, invitations => invitations.ResendAsync(invitation.Id, (_, token) => renewed = token, Cancellation)));
        Assert.False(await WorksAsync(old));
        Database.Clock.Advance(TimeSpan.FromDays(6));
        Assert.NotNull((await AcceptAsync(renewed!)).User);
        Assert.Equal(["Invitation.Sent", "Invitation.Resent", "Invitation.Accepted"], (await EventsAsync()).Select(one => one.Action));
    }

    [Fact]
    public async Task Withdraw_OfAnInvitation_KillsItsLink()
    {
        var fabrikam = await OrganisationAsync();
        var (token, invitation) = await InviteAsync(fabrikam, Carla());
        Assert.Equal(InvitationOutcome.Done, await InAsync(fabrikam, invitations => invitations.WithdrawAsync(invitation.Id, Cancellation)));
        Assert.True((await AcceptAsync(token)).IsGone);
        Assert.Equal(InvitationOutcome.NotFound, await InAsync(fabrikam, invitations => invitations.WithdrawAsync(invitation.Id, Cancellation)));
    }

    [Fact]
    public async Task Withdraw_OfAForeignInvitation_FindsNone()
    {
        var (token, invitation) = await InviteAsync(await OrganisationAsync(), Carla());
        foreach (var other in new[] { await OrganisationAsync(), null })
        {
            Assert.Equal(InvitationOutcome.NotFound, await InAsync(other, invitations => invitations.WithdrawAsync(invitation.Id, Cancellation)));
            Assert.Equal(InvitationOutcome.NotFound, await InAsync(other, invitations => invitations.ResendAsync(invitation.Id, (_, _) => Assert.Fail("It was written."), Cancellation)));
        }

        Assert.True(await WorksAsync(token));
    }

    /// <summary>The account has the invitation's key: whoever erases the person erases what the invitation said of them.</summary>
    [Fact]
    public async Task Erasure_OfThePerson_TakesTheInvitationsDetailsToo()
    {
        var fabrikam = await OrganisationAsync();
        var (token, invitation) = await InviteAsync(fabrikam, Carla());
        await AcceptAsync(token);
        await using var owner = Database.OpenAsOwner();
        Assert.Equal(2, await new PersonalDetailErasure(owner).EraseAsync(invitation.Id, Cancellation));
    }

    private static Invitee Carla(PortalRole role = PortalRole.PartnerMember) => new("Carla", Email, role, MaySeeAmounts: true, "fr");

    private async Task<Partner> OrganisationAsync()
    {
        var partner = Rows.Partner();
        await SaveAsync(partner.Id, partner);
        return partner;
    }

    private async Task<(SecretToken Token, Invitation Invitation)> InviteAsync(Partner? house, Invitee invitee)
    {
        var (outcome, token, invitation) = await TryInviteAsync(house, invitee);
        Assert.Equal(InvitationOutcome.Done, outcome);
        return (token!, invitation!);
    }

    private async Task<(InvitationOutcome Outcome, SecretToken? Token, Invitation? Invitation)> TryInviteAsync(Partner? house, Invitee invitee)
    {
        (SecretToken? Token, Invitation? Invitation) written = default;
        var outcome = await InAsync(house, invitations => invitations.InviteAsync(invitee, (invitation, token) => written = (token, invitation), Cancellation));
        return (outcome, written.Token, written.Invitation);
    }

    private async Task<AcceptanceOutcome> AcceptAsync(SecretToken token, string password = Password)
    {
        await using var request = Database.BeginRequest();
        return await request.ServiceProvider.GetRequiredService<Invitations>().AcceptAsync(token, "Carla Ruiz", password, "es", Cancellation);
    }

    private async Task<bool> WorksAsync(SecretToken token)
    {
        await using var request = Database.BeginRequest();
        return await request.ServiceProvider.GetRequiredService<Invitations>().FindAsync(token, Cancellation) is not null;
    }

    private async Task<T> InAsync<T>(Partner? house, Func<Invitations, Task<T>> act)
    {
        await using var request = Database.BeginRequest();
        var db = request.ServiceProvider.GetRequiredService<PortalDbContext>();
        await db.EnterPartnerAsync(house?.Id, Cancellation);
        db.ActorId = Guid.CreateVersion7();
        return await act(request.ServiceProvider.GetRequiredService<Invitations>());
    }

    private async Task<List<AuditEvent>> EventsAsync()
    {
        await using var db = await Database.OpenAsync();
        return await db.AuditEvents.AsNoTracking().Include(one => one.Personal).Where(one => !one.Action.StartsWith("RuleRevision.")).OrderBy(one => one.Id).ToListAsync(Cancellation);
    }
}
