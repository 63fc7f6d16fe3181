using System.Security.Cryptography;

using CompetencyPortal.Data.Accounts.Passkeys;
using CompetencyPortal.Data.Entities;
using CompetencyPortal.Testing;
using CompetencyPortal.Testing.Databases;

using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;

namespace CompetencyPortal.Data.Tests.Accounts;

public abstract class PasskeyContract(DatabaseFixture server) : DatabaseContract(server)
{
    private const string State = "{\"challenge\":\"…\"}";
    private static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(5);

    private readonly PortalUser _user = Rows.User();

    [Fact]
    public async Task Take_WhenTheChallengeIsTakenManyTimesAtOnce_GivesItOnce()
    {
        var id = await MakeAsync(null);
        var taken = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => TakeAsync(id, null)));
        Assert.Equal([State], taken.OfType<string>());
        Assert.Null(await TakeAsync(id, null));
    }

    [Fact]
    public async Task Take_WhenTheChallengeIsSomebodyElses_GivesNothingAndTakesItAway()
    {
        await SaveAsync(null, _user);
        var id = await MakeAsync(_user.Id);
        Assert.Null(await TakeAsync(id, null));
        Assert.Null(await TakeAsync(id, _user.Id));
    }

    [Fact]
    public async Task Take_AroundTheEndOfTheChallenge_GivesItBeforeOnly()
    {
        var (first, second) = (await MakeAsync(null), await MakeAsync(null));
        Database.Clock.Advance(Lifetime - TimeSpan.FromSeconds(1));
        Assert.Equal(State, await TakeAsync(first, null));
        Database.Clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Null(await TakeAsync(second, null));
    }

    [Fact]
    public async Task Take_InAnotherOrganisation_FindsNothingAndTakesNothing()
    {
        var (fabrikam, tailspin) = (Rows.Partner("Fabrikam"), Rows.Partner("Tailspin"));
        var ana = Rows.User(fabrikam);
        await SaveAsync(null, fabrikam, tailspin, ana);
        var id = await MakeAsync(ana.Id, fabrikam.Id);
        Assert.Null(await TakeAsync(id, ana.Id, tailspin.Id));
        Assert.Equal(State, await TakeAsync(id, ana.Id, fabrikam.Id));
    }

    [Fact]
    public async Task List_AfterAddingAndUsing_SaysWhatTheOwnerKnows()
    {
        await SaveAsync(null, _user);
        var (phone, key) = (Credential(isBackedUp: true), Credential());
        Assert.True(await AddAsync(phone, "Phone"));
        Database.Clock.Advance(TimeSpan.FromDays(1));
        Assert.True(await AddAsync(key, "Security key"));
        Database.Clock.Advance(TimeSpan.FromDays(1));
        await ActAsync(passkeys => passkeys.UseAsync(_user.Id, Credential(phone.CredentialId, signCount: 7), Cancellation));

        var added = new FakeClock().Now;
        Assert.Equal(
            [
                new Passkey(Passkey.KeyOf(phone.CredentialId), "Phone", added, added.AddDays(2), IsSynced: false),
                new Passkey(Passkey.KeyOf(key.CredentialId), "Security key", added.AddDays(1), null, IsSynced: false),
            ],
            await ActAsync(passkeys => passkeys.ListAsync(_user.Id, Cancellation)));
    }

    [Fact]
    public async Task Use_WithTheSameCountManyTimesAtOnce_IsAcceptedOnce()
    {
        await SaveAsync(null, _user);
        var phone = Credential();
        await AddAsync(phone, "Phone");
        var used = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => ActAsync(passkeys => passkeys.UseAsync(_user.Id, Credential(phone.CredentialId, signCount: 7), Cancellation))));
        Assert.Single(used, one => one);
    }

    [Fact]
    public async Task Use_OfADeviceThatDoesNotCount_IsAcceptedEachTime()
    {
        await SaveAsync(null, _user);
        var phone = Credential();
        await AddAsync(phone, "Phone");
        Assert.True(await ActAsync(passkeys => passkeys.UseAsync(_user.Id, Credential(phone.CredentialId), Cancellation)));
        Assert.True(await ActAsync(passkeys => passkeys.UseAsync(_user.Id, Credential(phone.CredentialId), Cancellation)));
    }

    [Fact]
    public async Task Add_WhenManyAreAddedAtOnce_StopsAtTheMost()
    {
        await SaveAsync(null, _user);
        var added = await Task.WhenAll(Enumerable.Range(0, AccountPasskeys.Most + 4).Select(i => AddAsync(Credential(), $"Device {i}")));
        Assert.Equal(AccountPasskeys.Most, added.Count(one => one));
        Assert.Equal(AccountPasskeys.Most, (await ActAsync(passkeys => passkeys.ListAsync(_user.Id, Cancellation))).Count);
    }

    [Fact]
    public async Task Add_AsFirstFactorManyTimesAtOnce_AddsOne()
    {
        await SaveAsync(null, _user);
        var added = await Task.WhenAll(Enumerable.Range(0, 4).Select(i => AddAsync(Credential(), $"Device {i}", asFirstFactor: true)));
        Assert.Single(added, one => one);
    }

    [Fact]
    public async Task Add_WhenAnotherOrganisationsAccountHasThePasskey_Refuses()
    {
        var (fabrikam, tailspin) = (Rows.Partner("Fabrikam"), Rows.Partner("Tailspin"));
        var (ana, tom) = (Rows.User(fabrikam), Rows.User(tailspin));
        await SaveAsync(null, fabrikam, tailspin, ana, tom);
        var phone = Credential();
        Assert.True(await ActAsync(passkeys => passkeys.AddAsync(ana.Id, phone, "Phone", cancellationToken: Cancellation), fabrikam.Id));
        Assert.False(await ActAsync(passkeys => passkeys.AddAsync(tom.Id, phone, "Phone", cancellationToken: Cancellation), tailspin.Id));
    }

    [Fact]
    public async Task Remove_WhenBothAreRemovedAtOnce_LeavesOne()
    {
        await SaveAsync(null, _user);
        var credentials = new[] { Credential(), Credential() };
        foreach (var credential in credentials)
        {
            await AddAsync(credential, "Device");
        }

        var removed = await Task.WhenAll(credentials.Select(one => ActAsync(passkeys => passkeys.RemoveAsync(_user.Id, Passkey.KeyOf(one.CredentialId), Cancellation))));
        Assert.Single(removed, one => one);
        Assert.Single(await ActAsync(passkeys => passkeys.ListAsync(_user.Id, Cancellation)));
    }

    private static UserPasskeyInfo Credential(byte[]? id = null, uint signCount = 0, bool isBackedUp = false) => new(
        id ?? RandomNumberGenerator.GetBytes(32), [1], DateTimeOffset.UnixEpoch, signCount, ["internal"], true, isBackedUp, isBackedUp, [2], [3]);

    private Task<bool> AddAsync(UserPasskeyInfo credential, string name, bool asFirstFactor = false) =>
        ActAsync(passkeys => passkeys.AddAsync(_user.Id, credential, name, asFirstFactor, Cancellation));

    private async Task<T> ActAsync<T>(Func<AccountPasskeys, Task<T>> act, Guid? partnerId = null)
    {
        await using var request = Database.BeginRequest();
        var db = request.ServiceProvider.GetRequiredService<PortalDbContext>();
        await db.EnterPartnerAsync(partnerId, Cancellation);
        db.ActorId = _user.Id;
        return await act(request.ServiceProvider.GetRequiredService<AccountPasskeys>());
    }

    private async Task<Guid> MakeAsync(Guid? userId, Guid? partnerId = null)
    {
        await using var request = Database.BeginRequest();
        await request.ServiceProvider.GetRequiredService<PortalDbContext>().EnterPartnerAsync(partnerId, Cancellation);
        return await request.ServiceProvider.GetRequiredService<PasskeyChallenges>().MakeAsync(userId, State, Lifetime, Cancellation);
    }

    private async Task<string?> TakeAsync(Guid id, Guid? userId, Guid? partnerId = null)
    {
        await using var request = Database.BeginRequest();
        await request.ServiceProvider.GetRequiredService<PortalDbContext>().EnterPartnerAsync(partnerId, Cancellation);
        return await request.ServiceProvider.GetRequiredService<PasskeyChallenges>().TakeAsync(id, userId, Cancellation);
    }
}
