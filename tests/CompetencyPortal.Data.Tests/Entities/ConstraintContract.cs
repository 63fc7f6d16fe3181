using System.Data.Common;

using CompetencyPortal.Data.Entities;
using CompetencyPortal.Data.Saving;
using CompetencyPortal.Domain.Competencies;
using CompetencyPortal.Domain.Credentials;
using CompetencyPortal.Testing;
using CompetencyPortal.Testing.Databases;

using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Storage;

namespace CompetencyPortal.Data.Tests.Entities;

public abstract class ConstraintContract(DatabaseFixture server) : DatabaseContract(server)
{
    private static readonly DateOnly Day = new(2026, 11, 20);

    [Fact]
    public async Task Association_WhenItEndsBeforeItBegins_IsRefused()
    {
        var (partner, customer) = await PartnerWithCustomerAsync();
        await RefusedAsync(partner.Id, Rows.Association(customer, Day, Day.AddDays(-1)));
        await SaveAsync(partner.Id, Rows.Association(customer, Day, Day));
    }

    [Fact]
    public async Task Person_WhenEmploymentEndsBeforeItBegins_IsRefused()
    {
        var (partner, _) = await PartnerWithCustomerAsync();
        await RefusedAsync(partner.Id, Rows.Person(partner, from: Day, until: Day.AddDays(-1)));
        await SaveAsync(partner.Id, Rows.Person(partner, from: Day, until: Day));
    }

    [Fact]
    public async Task RevenueLine_WhenItsCustomerIsAnotherOrganisations_IsRefused()
    {
        var (partner, _) = await PartnerWithCustomerAsync();
        var (_, foreign) = await PartnerWithCustomerAsync();
        var line = new RevenueLine
        {
            PartnerId = partner.Id,
            CustomerId = foreign.Id,
            Product = new ProductCode("crm-online"),
            Date = Day,
            Amount = 1,
            NetNew = true,
        };
        await RefusedAsync(partner.Id, line);
    }

    [Fact]
    public async Task PersonCredential_WhenThePersonIsAnotherOrganisations_IsRefused()
    {
        var (partner, _) = await PartnerWithCustomerAsync();
        var (other, _) = await PartnerWithCustomerAsync();
        var foreign = Rows.Person(other);
        await SaveAsync(other.Id, foreign);
        await RefusedAsync(partner.Id, new PersonCredential { PartnerId = partner.Id, PersonId = foreign.Id, Code = CredentialCode.Parse("MB2-715"), PassedOn = Day });
    }

    [Fact]
    public async Task Customer_WhenItHasRevenue_CannotBeDeleted()
    {
        var (partner, customer) = await PartnerWithCustomerAsync();
        await SaveAsync(partner.Id, Rows.Line(customer), Rows.Association(customer));
        await using var db = await Database.OpenAsync(partner.Id);
        await Assert.ThrowsAnyAsync<DbException>(() => db.Customers.ExecuteDeleteAsync(Cancellation));
    }

    [Fact]
    public async Task Customer_WhenItHasNoRevenue_GoesWithItsAssociations()
    {
        var (partner, customer) = await PartnerWithCustomerAsync();
        await SaveAsync(partner.Id, Rows.Association(customer));
        await using var db = await Database.OpenAsync(partner.Id);
        await db.Customers.ExecuteDeleteAsync(Cancellation);
        Assert.Empty(await db.CustomerAssociations.ToListAsync(Cancellation));
    }

    [Theory]
    [InlineData("AB-1", "ab-1")]
    [InlineData("AB-1", " AB-1 ")]
    public async Task PartnerNumber_WhenAnotherDiffersOnlyByCaseOrBlanks_IsRefused(string first, string second)
    {
        await SaveAsync(null, Rows.Partner(number: first));
        await DuplicateAsync(null, Rows.Partner(number: second));
    }

    [Fact]
    public async Task PartnerNumber_WhenItIsAskedForInAnyCase_IsFound()
    {
        await SaveAsync(null, Rows.Partner(number: "ab-1"));
        await using var db = await Database.OpenAsync();
        Assert.True(await db.Partners.AnyAsync(partner => partner.PartnerNumber == PartnerNumber.Parse("aB-1"), Cancellation));
    }

    [Fact]
    public async Task User_WhenTheAddressIsAnothers_IsRefused()
    {
        await SaveAsync(null, Rows.User(email: "Ana@Example.com"));
        await DuplicateAsync(null, Rows.User(email: "ana@example.COM"));
    }

    [Theory]
    [InlineData(PortalRole.ProgrammeAdmin, true)]
    [InlineData(PortalRole.ProgrammeEditor, true)]
    [InlineData(PortalRole.PartnerAdmin, false)]
    [InlineData(PortalRole.PartnerMember, false)]
    public async Task User_WhenRoleAndOrganisationDoNotGoTogether_IsRefused(PortalRole role, bool hasPartner)
    {
        var (partner, _) = await PartnerWithCustomerAsync();
        await RefusedAsync(null, Rows.User(hasPartner ? partner : null, role));
    }

    [Fact]
    public async Task Enumeration_WhenTheValueIsNotItsOwn_IsRefused()
    {
        var (partner, _) = await PartnerWithCustomerAsync();
        await using var db = await Database.OpenAsync();
        var sql = db.GetService<ISqlGenerationHelper>();
        var command = $"UPDATE {sql.DelimitIdentifier("Partners")} SET {sql.DelimitIdentifier("MarketOverride")} = 'Emerging'";
        await Assert.ThrowsAnyAsync<DbException>(() => db.Database.ExecuteSqlRawAsync(command, Cancellation));
    }

    [Fact]
    public async Task PersonCredential_WhenTheSamePassIsEnteredTwice_IsRefused()
    {
        var (partner, _) = await PartnerWithCustomerAsync();
        var person = Rows.Person(partner);
        await SaveAsync(partner.Id, person, Rows.Pass(person, "MB2-715", Day));
        await DuplicateAsync(partner.Id, Rows.Pass(person, "exam mb2 715", Day));
        await SaveAsync(partner.Id, Rows.Pass(person, "MB2-715", Day.AddDays(1)));
    }

    [Fact]
    public async Task RevenueLine_WhenTheReferenceIsAnothersOfTheOrganisation_IsRefused()
    {
        var (partner, customer) = await PartnerWithCustomerAsync();
        await SaveAsync(partner.Id, Rows.Line(customer, reference: "INV-1"), Rows.Line(customer), Rows.Line(customer));
        await DuplicateAsync(partner.Id, Rows.Line(customer, reference: " inv-1 "));
        var (other, theirs) = await PartnerWithCustomerAsync();
        await SaveAsync(other.Id, Rows.Line(theirs, reference: "INV-1"));
    }

    [Fact]
    public async Task Customer_WhenTheCodeIsAnothersOfTheOrganisation_IsRefused()
    {
        var (partner, _) = await PartnerWithCustomerAsync();
        await SaveAsync(partner.Id, Rows.Customer(partner, "Contoso", "c-1"), Rows.Customer(partner, "Tailspin"));
        await DuplicateAsync(partner.Id, Rows.Customer(partner, "Wingtip", "C-1"));
        var (other, _) = await PartnerWithCustomerAsync();
        await SaveAsync(other.Id, Rows.Customer(other, "Contoso", "C-1"));
    }

    [Fact]
    public async Task Person_WhenTheAddressIsAnothersOfTheOrganisation_IsRefused()
    {
        var (partner, _) = await PartnerWithCustomerAsync();
        await SaveAsync(partner.Id, Rows.Person(partner, email: "ana@example.com"), Rows.Person(partner), Rows.Person(partner));
        await DuplicateAsync(partner.Id, Rows.Person(partner, email: "Ana@Example.com"));
        var (other, _) = await PartnerWithCustomerAsync();
        await SaveAsync(other.Id, Rows.Person(other, email: "ana@example.com"));
    }

    [Fact]
    public async Task RulebookState_WhenASecondIsAdded_IsRefused()
    {
        await using var db = Database.OpenAsOwner();
        db.Add(new RulebookState { Id = 2 });
        await Assert.ThrowsAnyAsync<DbUpdateException>(() => db.SaveChangesAsync(Cancellation));
    }

    [Fact]
    public void Amount_WhenTheDatabaseWouldRoundIt_IsRefused()
    {
        var line = Rows.Line(Rows.Customer(Rows.Partner()));
        Assert.Throws<ArgumentOutOfRangeException>(() => line.Amount = 0.001m);
    }

    private async Task<(Partner Partner, Customer Customer)> PartnerWithCustomerAsync()
    {
        var partner = Rows.Partner();
        var customer = Rows.Customer(partner);
        await SaveAsync(partner.Id, partner, customer);
        return (partner, customer);
    }

    private Task<DbUpdateException> RefusedAsync(Guid? partnerId, object row) => Assert.ThrowsAnyAsync<DbUpdateException>(() => SaveAsync(partnerId, row));

    private Task<DuplicateRowException> DuplicateAsync(Guid? partnerId, object row) => Assert.ThrowsAsync<DuplicateRowException>(() => SaveAsync(partnerId, row));
}
