using CompetencyPortal.Data.Accounts;
using CompetencyPortal.Data.Entities;
using CompetencyPortal.Testing;
using CompetencyPortal.Testing.Databases;

using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CompetencyPortal.Data.Tests.Accounts;

/// <summary>Codes work once, whoever shows them at the same moment, and what the database keeps of them is of no use to its reader.</summary>
public abstract class SecondFactorContract(DatabaseFixture server) : DatabaseContract(server)
{
    private const int AtOnce = 6;

    [Fact]
    public async Task AcceptCode_ShownManyTimesAtOnce_AcceptsIt_Once()
    {
        var (user, key, _) = await ArrangeAsync();
        Database.Clock.Advance(TimeSpan.FromSeconds(30));
        var code = key.CodeAt(Database.Clock.GetUtcNow());
        Assert.Single(await AtOnceAsync(factors => factors.AcceptCodeAsync(user.Id, code, Cancellation)), accepted => accepted);
    }

    [Fact]
    public async Task AcceptCode_OlderThanTheOneAccepted_IsRefused()
    {
        var (user, key, _) = await ArrangeAsync();
        var older = key.CodeAt(Database.Clock.GetUtcNow().AddSeconds(30));
        Database.Clock.Advance(TimeSpan.FromSeconds(60));
        Assert.True(await AcceptAsync(user, key.CodeAt(Database.Clock.GetUtcNow())));
        Assert.False(await AcceptAsync(user, older));
    }

    [Fact]
    public async Task AcceptRecoveryCode_ShownManyTimesAtOnce_AcceptsItOnce_AndKeepsTheOthers()
    {
        var (user, _, codes) = await ArrangeAsync();
        Assert.Single(await AtOnceAsync(factors => factors.AcceptRecoveryCodeAsync(user.Id, codes[3], Cancellation)), accepted => accepted);
        await using var request = Database.BeginRequest();
        Assert.Equal(new SecondFactorState(true, false, codes.Count - 1), await request.ServiceProvider.GetRequiredService<SecondFactors>().FindAsync(user.Id, Cancellation));
    }

    [Fact]
    public async Task SetAuthenticator_AsTheFirst_ManyAtOnce_SetsOne()
    {
        var user = Rows.User();
        await SaveAsync(null, user);
        var keys = Enumerable.Range(0, AtOnce).Select(_ => AuthenticatorKey.Create()).ToList();
        var set = await Task.WhenAll(keys.Select(async key =>
        {
            await using var request = Database.BeginRequest();
            return await request.ServiceProvider.GetRequiredService<SecondFactors>()
                .SetAuthenticatorAsync(user.Id, key, key.CodeAt(Database.Clock.GetUtcNow()), asFirst: true, Cancellation);
        }));
        Assert.Single(set, codes => codes is { Count: SecondFactors.CodesMade });
    }

    [Fact]
    public async Task Keeping_OfKeyAndCodes_RevealsNeither()
    {
        var (user, key, codes) = await ArrangeAsync();
        await using var db = await Database.OpenAsync();
        var kept = await db.UserTokens.Where(row => row.UserId == user.Id).Select(row => row.Value!).ToListAsync(Cancellation);
        Assert.Equal(2, kept.Count);
        Assert.All(codes.Append(key.Reveal()), secret => Assert.DoesNotContain(kept, value => value.Contains(secret, StringComparison.OrdinalIgnoreCase)));
    }

    [Fact]
    public async Task AcceptCode_WhereTheKeyCannotBeReadAnyMore_IsRefused_AndARecoveryCodeHelps()
    {
        var (user, key, codes) = await ArrangeAsync();
        await using (var db = await Database.OpenAsync())
        {
            await db.UserTokens.Where(row => row.UserId == user.Id && row.Name == "AuthenticatorKey").ExecuteUpdateAsync(set => set.SetProperty(row => row.Value, "CfDJ8AAAA"), Cancellation);
        }

        Database.Clock.Advance(TimeSpan.FromSeconds(30));
        Assert.False(await AcceptAsync(user, key.CodeAt(Database.Clock.GetUtcNow())));
        await using var request = Database.BeginRequest();
        Assert.True(await request.ServiceProvider.GetRequiredService<SecondFactors>().AcceptRecoveryCodeAsync(user.Id, codes[0], Cancellation));
    }

    [Fact]
    public async Task RemoveAuthenticator_WhenItIsTheOnlySecondFactor_LeavesIt()
    {
        var (user, key, _) = await ArrangeAsync();
        await using (var request = Database.BeginRequest())
        {
            Assert.False(await request.ServiceProvider.GetRequiredService<SecondFactors>().RemoveAuthenticatorAsync(user.Id, Cancellation));
        }

        Database.Clock.Advance(TimeSpan.FromSeconds(30));
        Assert.True(await AcceptAsync(user, key.CodeAt(Database.Clock.GetUtcNow())));
    }

    private async Task<(PortalUser User, AuthenticatorKey Key, IReadOnlyList<string> Codes)> ArrangeAsync()
    {
        var (user, key) = (Rows.User(), AuthenticatorKey.Create());
        await SaveAsync(null, user);
        await using var request = Database.BeginRequest();
        var codes = await request.ServiceProvider.GetRequiredService<SecondFactors>()
            .SetAuthenticatorAsync(user.Id, key, key.CodeAt(Database.Clock.GetUtcNow()), cancellationToken: Cancellation);
        return (user, key, codes!);
    }

    private async Task<bool> AcceptAsync(PortalUser user, string code)
    {
        await using var request = Database.BeginRequest();
        return await request.ServiceProvider.GetRequiredService<SecondFactors>().AcceptCodeAsync(user.Id, code, Cancellation);
    }

    private async Task<bool[]> AtOnceAsync(Func<SecondFactors, Task<bool>> act) => await Task.WhenAll(Enumerable.Range(0, AtOnce).Select(async _ =>
    {
        await using var request = Database.BeginRequest();
        return await act(request.ServiceProvider.GetRequiredService<SecondFactors>());
    }));
}
