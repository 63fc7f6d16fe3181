using CompetencyPortal.Data.Entities;
using CompetencyPortal.Domain.Competencies;
using CompetencyPortal.Testing;
using CompetencyPortal.Testing.Databases;

using Microsoft.EntityFrameworkCore;

namespace CompetencyPortal.Data.Tests.Saving;

public abstract class VersionContract(DatabaseFixture server) : DatabaseContract(server)
{
    [Fact]
    public async Task Save_WhenTheRowWasReadBeforeAnothersSave_IsRefused()
    {
        var (partner, customer) = await CustomerAsync();
        await using var mine = await Database.OpenAsync(partner.Id);
        await using var theirs = await Database.OpenAsync(partner.Id);
        var myRow = await mine.Customers.SingleAsync(Cancellation);
        var theirRow = await theirs.Customers.SingleAsync(Cancellation);
        Assert.Equal(1, myRow.Version);

        theirRow.Name = "Theirs";
        await theirs.SaveChangesAsync(Cancellation);
        Assert.Equal(2, theirRow.Version);

        myRow.Name = "Mine";
        await Assert.ThrowsAsync<DbUpdateConcurrencyException>(() => mine.SaveChangesAsync(Cancellation));
        await using var after = await Database.OpenAsync(partner.Id);
        Assert.Equal("Theirs", (await after.Customers.SingleAsync(row => row.Id == customer.Id, Cancellation)).Name);
    }

    [Fact]
    public async Task Expect_WhenTheVersionThatAFormCarriedIsOld_RefusesTheSave()
    {
        var (partner, _) = await CustomerAsync();
        await RenameAsync(partner, "First", expected: 1);
        await Assert.ThrowsAsync<DbUpdateConcurrencyException>(() => RenameAsync(partner, "Second", expected: 1));
        await RenameAsync(partner, "Second", expected: 2);
    }

    [Fact]
    public async Task Expect_WhenTheRowIsDeletedByAnOldVersion_RefusesIt()
    {
        var (partner, _) = await CustomerAsync();
        await RenameAsync(partner, "First", expected: 1);
        await using var db = await Database.OpenAsync(partner.Id);
        var row = await db.Customers.SingleAsync(Cancellation);
        db.Expect(row, 1);
        db.Remove(row);
        await Assert.ThrowsAsync<DbUpdateConcurrencyException>(() => db.SaveChangesAsync(Cancellation));
    }

    [Fact]
    public async Task FactsVersion_WhenAnyFactChanges_Rises()
    {
        var (partner, customer) = await CustomerAsync();
        var before = await FactsVersionAsync(partner);
        await SaveAsync(partner.Id, Rows.Line(customer));
        Assert.Equal(before + 1, await FactsVersionAsync(partner));
        await SaveAsync(partner.Id, Rows.Person(partner), Rows.Person(partner, "Bo"), Rows.Association(customer));
        Assert.Equal(before + 2, await FactsVersionAsync(partner));
        await RenameAsync(partner, "Renamed", expected: 1);
        Assert.Equal(before + 3, await FactsVersionAsync(partner));
    }

    [Fact]
    public async Task FactsVersion_WhenTheMarketIsOverridden_Rises()
    {
        var (partner, _) = await CustomerAsync();
        var before = await FactsVersionAsync(partner);
        await using (var db = await Database.OpenAsync())
        {
            (await db.Partners.SingleAsync(Cancellation)).MarketOverride = Market.Developing;
            await db.SaveChangesAsync(Cancellation);
        }

        Assert.Equal(before + 1, await FactsVersionAsync(partner));
    }

    [Fact]
    public async Task FactsVersion_WhenManySaveAtOnce_CountsEverySave()
    {
        var (partner, customer) = await CustomerAsync();
        var before = await FactsVersionAsync(partner);
        await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => SaveAsync(partner.Id, Rows.Line(customer))));
        Assert.Equal(before + 10, await FactsVersionAsync(partner));
    }

    [Fact]
    public async Task FactsVersion_WhenTheSaveIsRefused_Stays()
    {
        var (partner, customer) = await CustomerAsync();
        var before = await FactsVersionAsync(partner);
        var day = new DateOnly(2026, 1, 2);
        await Assert.ThrowsAnyAsync<DbUpdateException>(() => SaveAsync(partner.Id, Rows.Association(customer, day, day.AddDays(-1))));
        Assert.Equal(before, await FactsVersionAsync(partner));
    }

    [Fact]
    public async Task RulebookVersion_WhenACountryIsClassified_Rises()
    {
        await using var db = await Database.OpenAsync();
        var before = await db.RulebookState.Select(state => state.Version).SingleAsync(Cancellation);
        await SaveAsync(null, Rows.CountryMarket("FR", new DateOnly(2026, 1, 1), Market.Developed));
        Assert.Equal(before + 1, await db.RulebookState.Select(state => state.Version).SingleAsync(Cancellation));
    }

    private async Task<(Partner Partner, Customer Customer)> CustomerAsync()
    {
        var partner = Rows.Partner();
        var customer = Rows.Customer(partner);
        await SaveAsync(partner.Id, partner, customer);
        return (partner, customer);
    }

    private async Task RenameAsync(Partner partner, string name, int expected)
    {
        await using var db = await Database.OpenAsync(partner.Id);
        var row = await db.Customers.SingleAsync(Cancellation);
        db.Expect(row, expected);
        row.Name = name;
        await db.SaveChangesAsync(Cancellation);
    }

    private async Task<long> FactsVersionAsync(Partner partner)
    {
        await using var db = await Database.OpenAsync();
        return await db.Partners.Where(row => row.Id == partner.Id).Select(row => row.FactsVersion).SingleAsync(Cancellation);
    }
}
