using CompetencyPortal.Data.Entities;
using CompetencyPortal.Data.Saving;
using CompetencyPortal.Testing;
using CompetencyPortal.Testing.Databases;

using Microsoft.EntityFrameworkCore;

namespace CompetencyPortal.Data.Tests.Isolation;

public abstract class PartnerScopeContract(DatabaseFixture server) : DatabaseContract(server)
{
    [Fact]
    public async Task Query_WhenNoOrganisationIsAtWork_SeesNobodysRows()
    {
        await TwoPartnersAsync();
        await using var db = await Database.OpenAsync();
        Assert.Empty(await db.Customers.ToListAsync(Cancellation));
        Assert.Empty(await db.CustomerAssociations.ToListAsync(Cancellation));
        Assert.Empty(await db.RevenueLines.ToListAsync(Cancellation));
        Assert.Empty(await db.People.ToListAsync(Cancellation));
        Assert.Empty(await db.PersonCredentials.ToListAsync(Cancellation));
    }

    [Fact]
    public async Task Query_WhenAnOrganisationIsAtWork_SeesItsRowsAlone()
    {
        var (own, _) = await TwoPartnersAsync();
        await using var db = await Database.OpenAsync(own.Id);
        Assert.Equal(own.Id, (await db.Customers.SingleAsync(Cancellation)).PartnerId);
        Assert.Equal(own.Id, (await db.CustomerAssociations.SingleAsync(Cancellation)).PartnerId);
        Assert.Equal(own.Id, (await db.RevenueLines.SingleAsync(Cancellation)).PartnerId);
        Assert.Equal(own.Id, (await db.People.SingleAsync(Cancellation)).PartnerId);
        Assert.Equal(own.Id, (await db.PersonCredentials.SingleAsync(Cancellation)).PartnerId);
        Assert.Equal(own.Id, (await db.Partners.SingleAsync(Cancellation)).Id);
        Assert.All(await db.AuditEvents.ToListAsync(Cancellation), row => Assert.Equal(own.Id, row.PartnerId));
    }

    [Fact]
    public async Task Save_WhenTheRowIsAnotherOrganisations_IsRefused()
    {
        var (own, other) = await TwoPartnersAsync();
        await using var db = await Database.OpenAsync(own.Id);
        db.Add(Rows.Customer(other));
        await Assert.ThrowsAsync<ForeignPartnerException>(() => db.SaveChangesAsync(Cancellation));
    }

    [Fact]
    public async Task Save_WhenNoOrganisationIsAtWork_RefusesAnOrganisationsRow()
    {
        var (own, _) = await TwoPartnersAsync();
        await Assert.ThrowsAsync<ForeignPartnerException>(() => SaveAsync(null, Rows.Customer(own)));
    }

    [Fact]
    public async Task Save_WhenARowWouldMoveToTheOrganisationAtWork_IsRefused()
    {
        var (own, other) = await TwoPartnersAsync();
        var stolen = new Customer { Id = await CustomerIdAsync(other), PartnerId = other.Id, Name = "Stolen" };
        await using var db = await Database.OpenAsync(own.Id);
        db.Attach(stolen).State = EntityState.Modified;
        await Assert.ThrowsAsync<ForeignPartnerException>(() => db.SaveChangesAsync(Cancellation));
    }

    [Fact]
    public async Task Save_WhenAnotherOrganisationsRowIsDeletedByItsKey_IsRefused()
    {
        var (own, other) = await TwoPartnersAsync();
        var foreign = new Customer { Id = await CustomerIdAsync(other), PartnerId = other.Id, Name = "Foreign" };
        await using var db = await Database.OpenAsync(own.Id);
        db.Remove(foreign);
        await Assert.ThrowsAsync<ForeignPartnerException>(() => db.SaveChangesAsync(Cancellation));
    }

    [Fact]
    public async Task Save_WhenAnotherOrganisationItselfWouldChange_IsRefused()
    {
        var (own, other) = await TwoPartnersAsync();
        await using var db = await Database.OpenAsync(own.Id);
        db.Update(other);
        await Assert.ThrowsAsync<ForeignPartnerException>(() => db.SaveChangesAsync(Cancellation));
    }

    [Fact]
    public async Task Context_WhenItIsLeasedAgain_HasForgottenTheOrganisation()
    {
        var (own, _) = await TwoPartnersAsync();
        for (var i = 0; i < 20; i++)
        {
            await using (var first = await Database.OpenAsync(own.Id))
            {
                first.ActorId = own.Id;
                Assert.NotEmpty(await first.Customers.ToListAsync(Cancellation));
            }

            await using var second = await Database.OpenAsync();
            Assert.Null(second.PartnerScope);
            Assert.Null(second.ActorId);
            Assert.Empty(await second.Customers.ToListAsync(Cancellation));
        }
    }

    private async Task<(Partner Own, Partner Other)> TwoPartnersAsync()
    {
        var own = await PartnerWithFactsAsync("Fabrikam");
        var other = await PartnerWithFactsAsync("Contoso");
        return (own, other);
    }

    private async Task<Partner> PartnerWithFactsAsync(string name)
    {
        var partner = Rows.Partner(name);
        var customer = Rows.Customer(partner);
        var person = Rows.Person(partner);
        await using var db = await Database.OpenAsync(partner.Id);
        db.AddRange(partner, customer, Rows.Association(customer), Rows.Line(customer), person, Rows.Pass(person));
        db.Audit("Partner.Added", nameof(Partner), partner.Id.ToString());
        await db.SaveChangesAsync(Cancellation);
        return partner;
    }

    private async Task<Guid> CustomerIdAsync(Partner partner)
    {
        await using var db = await Database.OpenAsync(partner.Id);
        return await db.Customers.Select(customer => customer.Id).SingleAsync(Cancellation);
    }
}
