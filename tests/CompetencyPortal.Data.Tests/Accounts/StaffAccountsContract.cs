using CompetencyPortal.Data.Accounts;
using CompetencyPortal.Data.Entities;
using CompetencyPortal.Testing.Databases;

using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CompetencyPortal.Data.Tests.Accounts;

/// <summary>Accounts that an operator adds, and the rules that every password keeps to.</summary>
public abstract class StaffAccountsContract(DatabaseFixture server) : DatabaseContract(server)
{
    private const string Email = "o’neil+portal@programme.example";

    [Theory]
    [InlineData("8 signs!")]
    [InlineData("        8")]
    [InlineData("aaaaaaaaaaaaaaa")]
    [InlineData("соловей поёт на рассвете")]
    [InlineData("an old, very long and rather beautiful pass phrase, of more than a hundred characters, that nobody else would think of 🦉")]
    public async Task Add_WithALongPassword_AsksForNothingElse(string password)
    {
        Assert.Empty(await AddAsync(Email, password));
        await using var request = Database.BeginRequest();
        var user = await request.ServiceProvider.GetRequiredService<PasswordCheck>().FindAsync(Email.ToUpperInvariant(), password, Cancellation);
        Assert.Equal((PortalRole.ProgrammeEditor, "Maeve O’Neil"), (user!.Role, user.DisplayName));
    }

    [Fact]
    public async Task Add_WithAShortPassword_SaysSoAndAddsNothing()
    {
        Assert.Single(await AddAsync(Email, "7 signs"));
        await using var db = await Database.OpenAsync();
        Assert.Empty(await db.Users.ToListAsync(Cancellation));
        Assert.Empty(await db.AuditEvents.Where(row => row.Action == "Account.Added").ToListAsync(Cancellation));
    }

    [Fact]
    public async Task Add_WhenTheAddressIsTaken_SaysSo()
    {
        Assert.Empty(await AddAsync(Email, "a password that is long"));
        Assert.NotEmpty(await AddAsync(Email.ToUpperInvariant(), "a password that is long"));
        await using var db = await Database.OpenAsync();
        var added = await db.AuditEvents.SingleAsync(row => row.Action == "Account.Added", Cancellation);
        Assert.Equal((await db.Users.SingleAsync(Cancellation)).Id.ToString(), added.EntityId);
    }

    private async Task<IReadOnlyList<string>> AddAsync(string email, string password)
    {
        await using var request = Database.BeginRequest();
        return await request.ServiceProvider.GetRequiredService<StaffAccounts>()
            .AddAsync(email, "Maeve O’Neil", PortalRole.ProgrammeEditor, password, Cancellation);
    }
}
