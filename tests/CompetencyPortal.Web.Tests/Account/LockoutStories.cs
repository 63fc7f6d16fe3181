using CompetencyPortal.Data.Entities;
using CompetencyPortal.Testing.Databases;
using CompetencyPortal.Web.Tests.Hosting;

using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;

namespace CompetencyPortal.Web.Tests.Account;

public sealed class LockoutStories(PostgreSqlFixture server) : AccountTest(server)
{
    private const int Allowed = 5;

    private readonly CountingHasher _hasher = new();

    protected override void AddServices(IServiceCollection services) => services.AddSingleton<IPasswordHasher<PortalUser>>(_hasher);

    [Fact]
    public async Task AfterFiveWrongPasswordsTheRightOneIsRefusedForFifteenMinutes()
    {
        var user = await AddAccountAsync();
        for (var i = 0; i < Allowed; i++)
        {
            await FailAsync();
        }

        Assert.Single((await FailAsync(password: Password)).Errors);
        Portal.Clock.Advance(TimeSpan.FromMinutes(15) - TimeSpan.FromSeconds(1));
        Assert.Single((await FailAsync(password: Password)).Errors);
        Portal.Clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal("/program", (await SignInAsync(Portal.OpenBrowser())).Location);
        Assert.Equal([$"{user.Id}"], (await AuditAsync()).Where(row => row.Action is "Account.Locked").Select(row => row.EntityId));
    }

    [Fact]
    public async Task ARightPasswordForgetsTheWrongOnesBeforeIt()
    {
        await AddAccountAsync();
        for (var round = 0; round < 2; round++)
        {
            for (var i = 0; i < Allowed - 1; i++)
            {
                await FailAsync();
            }

            Assert.Equal("/program", (await SignInAsync(Portal.OpenBrowser())).Location);
        }
    }

    [Fact]
    public async Task AttemptsMadeAtOnceAreNoMoreThanThoseMadeOneByOne()
    {
        await AddAccountAsync();
        var pages = new List<SignInPage>();
        for (var i = 0; i < 3 * Allowed; i++)
        {
            pages.Add(await Portal.OpenBrowser().OpenAsync<SignInPage>());
        }

        await Task.WhenAll(pages.Select(page => page.TryAsync(Email, WrongPassword)));
        Assert.Equal(Allowed, _hasher.VerifiedAgainstTheAccount);
        Assert.Single(await AuditAsync(), row => row.Action is "Account.Locked");
        Assert.Single((await FailAsync(password: Password)).Errors);
    }

    /// <summary>An unknown address, a wrong password and a locked account cannot be told apart, by what is said or by what is done.</summary>
    [Fact]
    public async Task RefusalsOfEveryKindAreTheSame()
    {
        await AddAccountAsync();
        using var commands = new SentCommands(Portal.Database);
        await FailAsync("nobody@programme.example");

        var unknown = await ObserveAsync("nobody@programme.example", WrongPassword);
        var wrong = await ObserveAsync(Email, WrongPassword);
        for (var i = 1; i < Allowed; i++)
        {
            await FailAsync();
        }

        var locked = await ObserveAsync(Email, Password);
        Assert.Contains(unknown.Commands, command => command.Contains("UPDATE", StringComparison.Ordinal));
        Assert.Equal(unknown.Commands, wrong.Commands);
        Assert.Equal(unknown.Commands, locked.Commands);
        Assert.Equal((unknown.Errors, 1, 1, 1), (wrong.Errors, unknown.Hashes, wrong.Hashes, locked.Hashes));
        Assert.Equal(unknown.Errors, locked.Errors);

        async Task<(string Errors, int Hashes, IReadOnlyList<string> Commands)> ObserveAsync(string email, string password)
        {
            var page = await Portal.OpenBrowser().OpenAsync<SignInPage>();
            var before = _hasher.Verified;
            commands.Take();
            var answer = await page.TryAsync(email, password);
            return (string.Join('|', answer.Errors), _hasher.Verified - before, commands.Take());
        }
    }

    private sealed class CountingHasher : PasswordHasher<PortalUser>
    {
        private int _verified;
        private int _verifiedAgainstTheAccount;

        public int Verified => _verified;

        public int VerifiedAgainstTheAccount => _verifiedAgainstTheAccount;

        public override PasswordVerificationResult VerifyHashedPassword(PortalUser user, string hashedPassword, string providedPassword)
        {
            Interlocked.Increment(ref _verified);
            if (user?.PasswordHash == hashedPassword)
            {
                Interlocked.Increment(ref _verifiedAgainstTheAccount);
            }

            return base.VerifyHashedPassword(user!, hashedPassword, providedPassword);
        }
    }
}
