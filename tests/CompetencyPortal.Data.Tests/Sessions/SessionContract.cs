using System.Data;

using CompetencyPortal.Data.Accounts;
using CompetencyPortal.Data.Entities;
using CompetencyPortal.Data.Sessions;
using CompetencyPortal.Testing;
using CompetencyPortal.Testing.Databases;

using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CompetencyPortal.Data.Tests.Sessions;

public abstract class SessionContract(DatabaseFixture server) : DatabaseContract(server)
{
    private static readonly SessionLimits Limits = new();

    [Fact]
    public async Task Find_WhenTheTokenIsAPartners_SaysWhoAsks()
    {
        var partner = Rows.Partner("Fabrikam");
        var user = Rows.User(partner, PortalRole.PartnerMember, displayName: "Ana Sousa");
        var token = await SignInAsync(partner, user);

        await using var request = Database.BeginRequest();
        var session = await FindAsync(request, token);
        Assert.NotNull(session);
        Assert.Equal(
            (user.Id, "Ana Sousa", PortalRole.PartnerMember, partner.Id, "Fabrikam", false),
            (session.UserId, session.DisplayName, session.Role, session.PartnerId!.Value, session.PartnerName, session.MaySeeAmounts));
        var db = request.ServiceProvider.GetRequiredService<PortalDbContext>();
        Assert.Equal((partner.Id, user.Id), (db.PartnerScope!.Value, db.ActorId!.Value));
        Assert.Equal(partner.Id.ToString(), await PartnerOfConnectionAsync(db), ignoreCase: true);
        Assert.Equal(await db.RulebookState.Select(state => state.Version).SingleAsync(Cancellation), session.RulebookVersion);
        Assert.Equal(await db.Partners.Select(row => row.FactsVersion).SingleAsync(Cancellation), session.FactsVersion);
    }

    [Fact]
    public async Task Find_WhenTheTokenIsStaffs_SetsNoOrganisation()
    {
        var token = await SignInAsync(null, Rows.User());
        await using var request = Database.BeginRequest();
        var session = await FindAsync(request, token);
        Assert.NotNull(session);
        Assert.Null(session.PartnerId);
        Assert.Null(session.FactsVersion);
        Assert.True(session.MaySeeAmounts);
        var db = request.ServiceProvider.GetRequiredService<PortalDbContext>();
        Assert.Null(db.PartnerScope);
        Assert.Equal("", await PartnerOfConnectionAsync(db));
    }

    [Fact]
    public async Task Find_WhenTheSessionIsFresh_SendsOneCommandOnOneConnection()
    {
        var partner = Rows.Partner();
        var token = await SignInAsync(partner, Rows.User(partner));
        Database.CommandLog.Clear();
        await using var request = Database.BeginRequest();
        var db = request.ServiceProvider.GetRequiredService<PortalDbContext>();
        await FindAsync(request, token);
        Assert.Empty(Database.CommandLog.Commands);
        Assert.Equal(ConnectionState.Open, db.Database.GetDbConnection().State);
        await db.Customers.ToListAsync(Cancellation);
        Assert.Equal(ConnectionState.Open, db.Database.GetDbConnection().State);
    }

    [Fact]
    public async Task Find_WhenNobodyHasTheToken_FindsNone()
    {
        await using var request = Database.BeginRequest();
        Assert.Null(await FindAsync(request, SecretToken.Create()));
    }

    [Fact]
    public async Task Find_WhenTheSessionHasRestedTooLong_FindsNone()
    {
        var token = await SignInAsync(null, Rows.User());
        Database.Clock.Advance(Limits.Idle - TimeSpan.FromSeconds(1));
        Assert.True(await IsFoundAsync(token));
        Database.Clock.Advance(Limits.Idle - TimeSpan.FromSeconds(1));
        Assert.True(await IsFoundAsync(token));
        Database.Clock.Advance(Limits.Idle);
        Assert.False(await IsFoundAsync(token));
    }

    [Fact]
    public async Task Find_WhenTheSessionHasLastedItsTime_FindsNoneHoweverMuchItWasUsed()
    {
        var token = await SignInAsync(null, Rows.User());
        var end = Database.Clock.Now + Limits.Lifetime;
        while (end - Database.Clock.Now > Limits.Idle)
        {
            Database.Clock.Advance(Limits.Idle - TimeSpan.FromMinutes(1));
            Assert.True(await IsFoundAsync(token));
        }

        Database.Clock.Now = end - TimeSpan.FromSeconds(1);
        Assert.True(await IsFoundAsync(token));
        Database.Clock.Now = end;
        Assert.False(await IsFoundAsync(token));
    }

    [Fact]
    public async Task ForgetEnded_WhenSomeSessionsAreOver_LeavesTheOthers()
    {
        var user = Rows.User();
        var rested = await SignInAsync(null, user);
        Database.Clock.Advance(Limits.Idle);
        var fresh = await OpenSessionAsync(user);
        await using var request = Database.BeginRequest();
        await request.ServiceProvider.GetRequiredService<UserSessions>().ForgetEndedAsync(user.Id, Cancellation);
        var left = await request.ServiceProvider.GetRequiredService<PortalDbContext>().UserSessions.Select(row => row.TokenHash).ToListAsync(Cancellation);
        Assert.Equal([fresh.Hash()], left);
        Assert.NotEqual(rested.Hash(), fresh.Hash());
    }

    [Fact]
    public async Task End_WhenASessionIsEnded_TheNextRequestHasNone()
    {
        var user = Rows.User();
        var ended = await SignInAsync(null, user);
        var kept = await OpenSessionAsync(user);
        await using (var request = Database.BeginRequest())
        {
            var session = await FindAsync(request, ended);
            await request.ServiceProvider.GetRequiredService<UserSessions>().EndAsync(session!.SessionId, Cancellation);
        }

        await using var next = Database.BeginRequest();
        Assert.Null(await FindAsync(next, ended));
        Assert.NotNull(await FindAsync(next, kept));
        await next.ServiceProvider.GetRequiredService<UserSessions>().EndAllAsync(user.Id, Cancellation);
        Assert.Null(await FindAsync(next, kept));
    }

    [Fact]
    public async Task LastVisit_IsTheLastUseOfAnySession_LivingOrEnded()
    {
        var user = Rows.User();
        var (first, opened) = (await SignInAsync(null, user), Database.Clock.Now);
        Assert.Equal(opened, await LastVisitAsync(user));

        Database.Clock.Advance(TimeSpan.FromHours(1));
        var used = Database.Clock.Now;
        Assert.True(await IsFoundAsync(first));
        Database.Clock.Advance(Limits.Idle);
        await using (var request = Database.BeginRequest())
        {
            await request.ServiceProvider.GetRequiredService<UserSessions>().ForgetEndedAsync(user.Id, Cancellation);
            Assert.Empty(await request.ServiceProvider.GetRequiredService<PortalDbContext>().UserSessions.ToListAsync(Cancellation));
        }

        Assert.Equal(used, await LastVisitAsync(user));
        await OpenSessionAsync(user);
        Assert.Equal(Database.Clock.Now, await LastVisitAsync(user));
    }

    [Fact]
    public async Task LastVisit_OfSomebodyWhoLeft_IsTheActOfLeaving_AndNobodyElsesVisit()
    {
        var (user, other) = (Rows.User(), Rows.User());
        var token = await SignInAsync(null, user);
        await SaveAsync(null, other);
        Database.Clock.Advance(TimeSpan.FromSeconds(30));
        await using (var request = Database.BeginRequest())
        {
            var session = await FindAsync(request, token);
            await request.ServiceProvider.GetRequiredService<UserSessions>().LeaveAsync(session!.SessionId, Cancellation);
        }

        Assert.Equal(Database.Clock.Now, await LastVisitAsync(user));
        Assert.Null(await LastVisitAsync(other));
    }

    [Fact]
    public async Task LastVisit_OfSomebodyWhoCameHalfway_IsTheOneBefore()
    {
        var user = Rows.User();
        await SignInAsync(null, user);
        var visit = Database.Clock.Now;
        Database.Clock.Advance(TimeSpan.FromMinutes(5));
        await OpenSessionAsync(user, SessionStage.SecondFactorAwaited);
        Assert.Equal(visit, await LastVisitAsync(user));
        await using (var request = Database.BeginRequest())
        {
            await request.ServiceProvider.GetRequiredService<UserSessions>().EndAllAsync(user.Id, Cancellation);
        }

        Assert.Equal(visit, await LastVisitAsync(user));
    }

    [Fact]
    public async Task Find_WhenThereWasAVisitBefore_SaysWhen()
    {
        var user = Rows.User();
        Assert.Null((await FindAsync(await SignInAsync(null, user)))!.PreviousVisitAt);
        var before = Database.Clock.Now;
        Database.Clock.Advance(TimeSpan.FromMinutes(5));
        var token = await OpenSessionAsync(user, previousVisitAt: await LastVisitAsync(user));
        Assert.Equal(before, (await FindAsync(token))!.PreviousVisitAt);
    }

    [Fact]
    public async Task Find_WhenTheRoleChanges_SaysSoOnTheNextRequest()
    {
        var partner = Rows.Partner();
        var user = Rows.User(partner, PortalRole.PartnerMember);
        var token = await SignInAsync(partner, user);
        await using (var db = await Database.OpenAsync())
        {
            (await db.Users.SingleAsync(Cancellation)).Role = PortalRole.PartnerAdmin;
            await db.SaveChangesAsync(Cancellation);
        }

        await using var request = Database.BeginRequest();
        var session = await FindAsync(request, token);
        Assert.Equal((PortalRole.PartnerAdmin, true), (session!.Role, session.MaySeeAmounts));
    }

    [Fact]
    public async Task Find_WhenTheSessionIsInUse_NotesItOnceAMinute()
    {
        var token = await SignInAsync(null, Rows.User());
        var opened = Database.Clock.Now;
        Database.Clock.Advance(TimeSpan.FromSeconds(59));
        Assert.Equal(opened, await LastSeenAfterLookupAsync(token));
        Database.Clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(opened.AddMinutes(1), await LastSeenAfterLookupAsync(token));
    }

    [Fact]
    public async Task Connection_WhenItIsPooled_HasForgottenTheOrganisation()
    {
        var partner = Rows.Partner();
        var token = await SignInAsync(partner, Rows.User(partner));
        for (var i = 0; i < 20; i++)
        {
            await using (var request = Database.BeginRequest())
            {
                Assert.NotNull(await FindAsync(request, token));
            }

            await using var next = await Database.OpenAsync();
            Assert.Equal("", await PartnerOfConnectionAsync(next));
        }
    }

    [Fact]
    public async Task Token_AsItIsStored_IsADigest()
    {
        var token = await SignInAsync(null, Rows.User());
        await using var db = await Database.OpenAsync();
        Assert.Equal(token.Hash(), (await db.UserSessions.SingleAsync(Cancellation)).TokenHash);
        Assert.DoesNotContain(token.Reveal(), Convert.ToBase64String(token.Hash()), StringComparison.Ordinal);
    }

    /// <summary>The organisation that the context's connection carries, as one column; empty for none.</summary>
    protected abstract string PartnerOfConnectionSql { get; }

    private Task<string> PartnerOfConnectionAsync(PortalDbContext db) =>
        db.Database.SqlQueryRaw<string>(PartnerOfConnectionSql).SingleAsync(Cancellation);

    private async Task<SecretToken> SignInAsync(Partner? partner, PortalUser user)
    {
        await SaveAsync(partner?.Id, partner is null ? [user] : [partner, user]);
        return await OpenSessionAsync(user);
    }

    private async Task<SecretToken> OpenSessionAsync(PortalUser user, SessionStage stage = SessionStage.Complete, DateTimeOffset? previousVisitAt = null)
    {
        await using var request = Database.BeginRequest();
        var (token, _) = request.ServiceProvider.GetRequiredService<UserSessions>().Open(user.Id, stage, previousVisitAt: previousVisitAt);
        await request.ServiceProvider.GetRequiredService<PortalDbContext>().SaveChangesAsync(Cancellation);
        return token;
    }

    private async Task<DateTimeOffset?> LastVisitAsync(PortalUser user)
    {
        await using var request = Database.BeginRequest();
        return await request.ServiceProvider.GetRequiredService<UserSessions>().LastVisitAsync(user.Id, Cancellation);
    }

    private async Task<SessionInfo?> FindAsync(SecretToken token)
    {
        await using var request = Database.BeginRequest();
        return await FindAsync(request, token);
    }

    private async Task<bool> IsFoundAsync(SecretToken token)
    {
        await using var request = Database.BeginRequest();
        return await FindAsync(request, token) is not null;
    }

    private async Task<DateTimeOffset> LastSeenAfterLookupAsync(SecretToken token)
    {
        await using var request = Database.BeginRequest();
        await FindAsync(request, token);
        return await request.ServiceProvider.GetRequiredService<PortalDbContext>().UserSessions.Select(row => row.LastSeenAt).SingleAsync(Cancellation);
    }

    private static Task<SessionInfo?> FindAsync(AsyncServiceScope request, SecretToken token) =>
        request.ServiceProvider.GetRequiredService<SessionLookup>().FindAsync(token, Cancellation);
}
