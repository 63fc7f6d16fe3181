using CompetencyPortal.Data.Entities;
using CompetencyPortal.Data.Evidence;
using CompetencyPortal.Domain.Competencies;
using CompetencyPortal.Domain.Credentials;
using CompetencyPortal.Domain.Evidence;
using CompetencyPortal.Domain.Revisions;
using CompetencyPortal.Testing;
using CompetencyPortal.Testing.Databases;

using Microsoft.EntityFrameworkCore;

namespace CompetencyPortal.Data.Tests.Evidence;

public abstract class PartnerEvidenceContract(DatabaseFixture server) : DatabaseContract(server)
{
    private static readonly DateOnly Day = new(2017, 12, 1);

    private static CredentialCatalog Credentials => BuiltInRulebook.Rulebook.Credentials;

    [Fact]
    public async Task Load_WhenAnOrganisationHasFacts_GivesThemAll()
    {
        var partner = Rows.Partner("Fabrikam", country: "PT", market: Market.Developed);
        var northwind = Rows.Customer(partner, "Northwind");
        var tailspin = Rows.Customer(partner, "Tailspin");
        var first = Rows.Line(northwind, 60000m, new DateOnly(2017, 5, 31), "dynamics-365-customer-engagement");
        var second = Rows.Line(tailspin, -0.01m, new DateOnly(2017, 6, 1), "crm-online", netNew: false);
        var ana = Rows.Person(partner, "Ana", from: new DateOnly(2016, 1, 1), until: new DateOnly(2018, 1, 31));
        var bo = Rows.Person(partner, "Bo");
        await SaveAsync(
            partner.Id, partner, northwind, tailspin, second, first, bo, ana,
            Rows.Association(northwind, new DateOnly(2017, 1, 1)),
            Rows.Association(northwind, null, new DateOnly(2016, 12, 31), AssociationType.TransactingPartner),
            Rows.Pass(ana, "MB2-715", new DateOnly(2017, 3, 1)),
            Rows.Pass(ana, "70-764", new DateOnly(2017, 4, 1)));

        var loaded = await LoadAsync(partner);
        Assert.Equal(("Fabrikam", Market.Developed), (loaded.Evidence.Partner, loaded.Evidence.Market!.Value));
        Assert.Equal([first.Id, second.Id], loaded.RevenueIds);
        Assert.Equal(
            [("Northwind", northwind.Id.ToString(), "dynamics-365-customer-engagement", first.Date, 60000m, true),
             ("Tailspin", tailspin.Id.ToString(), "crm-online", second.Date, -0.01m, false)],
            loaded.Evidence.Revenue.Select(line => (line.Customer.Name, line.Customer.Id, line.Product.Value, line.Date, line.Amount, line.NetNew)));
        Assert.Equal(
            [(AssociationType.DigitalPartnerOfRecord, EffectivePeriod.Between(new DateOnly(2017, 1, 1), null)),
             (AssociationType.TransactingPartner, EffectivePeriod.Between(null, new DateOnly(2016, 12, 31)))],
            loaded.Evidence.Revenue[0].Customer.Associations.OrderBy(row => row.Type).Select(row => (row.Type, row.Period)));
        Assert.Empty(loaded.Evidence.Revenue[1].Customer.Associations);
        Assert.Equal(
            [("Ana", ana.Id.ToString(), EffectivePeriod.Between(ana.From, ana.Until)), ("Bo", bo.Id.ToString(), EffectivePeriod.Between(null, null))],
            loaded.Evidence.People.Select(person => (person.Name, person.Id, person.Employment)));
        Assert.Equal(
            [("70-764", new DateOnly(2017, 4, 1)), ("MB2-715", new DateOnly(2017, 3, 1))],
            loaded.Evidence.People[0].Passes.Select(pass => (pass.Credential.Code.Value, pass.PassedOn)).Order());
    }

    [Fact]
    public async Task Load_WhenAnOrganisationHasNoFacts_GivesItsName()
    {
        var partner = Rows.Partner("Empty");
        await SaveAsync(null, partner);
        var loaded = await LoadAsync(partner);
        Assert.Equal("Empty", loaded.Evidence.Partner);
        Assert.Null(loaded.Evidence.Market);
        Assert.Empty(loaded.Evidence.Revenue);
        Assert.Empty(loaded.Evidence.People);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(60)]
    public async Task Load_WhateverTheSize_TakesThreeRoundTrips(int size)
    {
        var partner = Rows.Partner();
        var customers = Enumerable.Range(0, size).Select(_ => Rows.Customer(partner)).ToList();
        var people = Enumerable.Range(0, size).Select(_ => Rows.Person(partner)).ToList();
        await SaveAsync(
            partner.Id,
            [partner, .. customers, .. people, .. customers.Select(row => Rows.Line(row)), .. customers.Select(row => Rows.Association(row)), .. people.Select(row => Rows.Pass(row))]);
        await using var db = await Database.OpenAsync(partner.Id);
        Database.CommandLog.Clear();
        var loaded = await new PartnerEvidenceQuery(db).LoadAsync(partner.Id, Day, Credentials, Cancellation);
        Assert.Equal((size, size), (loaded.Evidence.Revenue.Length, loaded.Evidence.People.Length));
        Assert.InRange(Database.CommandLog.Commands.Count, 1, 3);
    }

    [Fact]
    public async Task Load_WhenAnotherOrganisationIsAtWork_IsRefused()
    {
        var own = Rows.Partner();
        var other = Rows.Partner();
        await SaveAsync(null, own, other);
        await using var db = await Database.OpenAsync(own.Id);
        await Assert.ThrowsAsync<InvalidOperationException>(() => new PartnerEvidenceQuery(db).LoadAsync(other.Id, Day, Credentials, Cancellation));
    }

    [Fact]
    public async Task Load_WhenTheCountryIsClassifiedByDate_TakesTheClassificationOfTheDay()
    {
        var partner = Rows.Partner(country: "PT");
        await SaveAsync(
            null, partner,
            Rows.CountryMarket("PT", new DateOnly(2017, 7, 1), Market.Developed),
            Rows.CountryMarket("PT", new DateOnly(2017, 1, 1), Market.Developing),
            Rows.CountryMarket("PT", new DateOnly(2018, 1, 1), null),
            Rows.CountryMarket("ES", new DateOnly(2016, 1, 1), Market.Developed));
        Assert.Null(await MarketAsync(partner, new DateOnly(2016, 12, 31)));
        Assert.Equal(Market.Developing, await MarketAsync(partner, new DateOnly(2017, 1, 1)));
        Assert.Equal(Market.Developing, await MarketAsync(partner, new DateOnly(2017, 6, 30)));
        Assert.Equal(Market.Developed, await MarketAsync(partner, new DateOnly(2017, 7, 1)));
        Assert.Equal(Market.Developed, await MarketAsync(partner, new DateOnly(2017, 12, 31)));
        Assert.Null(await MarketAsync(partner, new DateOnly(2018, 1, 1)));
    }

    [Fact]
    public async Task Load_WhenStaffSetAnotherMarket_TakesTheirs()
    {
        var partner = Rows.Partner(country: "PT", market: Market.Developing);
        await SaveAsync(null, partner, Rows.CountryMarket("PT", new DateOnly(2017, 1, 1), Market.Developed));
        Assert.Equal(Market.Developing, await MarketAsync(partner, Day));
    }

    [Fact]
    public async Task Load_WhenSomebodySavesInBetween_ReadsAgain()
    {
        var partner = Rows.Partner();
        var customer = Rows.Customer(partner);
        await SaveAsync(partner.Id, partner, customer, Rows.Line(customer));
        await using var db = await Database.OpenAsync(partner.Id);
        var newcomer = Rows.Customer(partner, "Newcomer");
        Database.CommandLog.Before("RevenueLines", () => SaveAsync(partner.Id, newcomer, Rows.Line(newcomer)));
        var loaded = await new PartnerEvidenceQuery(db).LoadAsync(partner.Id, Day, Credentials, Cancellation);
        Assert.Equal(2, loaded.Evidence.Revenue.Length);
        Assert.Equal(await db.Partners.Select(row => row.FactsVersion).SingleAsync(Cancellation), loaded.FactsVersion);
    }

    private async Task<LoadedEvidence> LoadAsync(Partner partner, DateOnly? asOf = null)
    {
        await using var db = await Database.OpenAsync(partner.Id);
        return await new PartnerEvidenceQuery(db).LoadAsync(partner.Id, asOf ?? Day, Credentials, Cancellation);
    }

    private async Task<Market?> MarketAsync(Partner partner, DateOnly asOf) => (await LoadAsync(partner, asOf)).Evidence.Market;
}
