using CompetencyPortal.Data.Entities;
using CompetencyPortal.Data.Imports;
using CompetencyPortal.Domain.Evidence;
using CompetencyPortal.Testing;
using CompetencyPortal.Testing.Databases;

using Customer = CompetencyPortal.Data.Entities.Customer;

namespace CompetencyPortal.Data.Tests.Imports;

public abstract class CustomerImportContract(DatabaseFixture server) : ImportContract(server)
{
    private const string Header = "customerCode,customer,association,from,until\r\n";

    [Fact]
    public async Task Store_WhenCustomersStandOnSeveralRows_AddsEachOnce_WithItsAssociations()
    {
        var partner = await PartnerAsync();
        var text = Header
            + "N1,Northwind,digitalPartnerOfRecord,2026-01-01,\r\n"
            + "N1,Northwind,Transacting Partner,,2026-12-31\r\n"
            + ",Tailspin,DPOR,,\r\n"
            + ",tailspin ,DPOR,,\r\n"
            + "W1,Wingtip,,,\r\n";
        var import = await BringAsync(partner, ImportKind.Customers, text);
        Assert.Equal((0, 0), (import.ChangedRows, import.RefusedRows - 2));
        var rows = await RowsAsync(partner, import);
        Assert.Equal([(4, ImportErrorCode.Contradiction, null), (5, ImportErrorCode.Contradiction, null)], Errors(rows));

        await StoreAsync(partner, ImportKind.Customers, text.Replace("tailspin ", "Tailspin", StringComparison.Ordinal));
        var customers = await AllAsync<Customer>(partner);
        Assert.Equal(["Northwind", "Tailspin", "Wingtip"], customers.Select(one => one.Name).Order());
        var associations = await AllAsync<CustomerAssociation>(partner);
        Assert.Equal(3, associations.Count);
        Assert.Equal(
            [(AssociationType.DigitalPartnerOfRecord, (DateOnly?)new DateOnly(2026, 1, 1), (DateOnly?)null), (AssociationType.TransactingPartner, null, new DateOnly(2026, 12, 31))],
            associations.Where(one => one.CustomerId == customers.Single(row => row.Name == "Northwind").Id).OrderBy(one => one.Type).Select(one => (one.Type, one.From, one.Until)));

        var version = await FactsVersionAsync(partner);
        var again = await StoreAsync(partner, ImportKind.Customers, text.Replace("tailspin ", "Tailspin", StringComparison.Ordinal));
        Assert.Equal((0, 0, 5, 0), Counts(again));
        Assert.Equal(version, await FactsVersionAsync(partner));
    }

    [Fact]
    public async Task Check_KnowsACustomerByCode_ThenByName_AndGivesAFreeCodeToTheOneWithout()
    {
        var partner = await PartnerAsync(one => Rows.Customer(one, "Northwind", "N1"), one => Rows.Customer(one, "Tailspin"), one => Rows.Customer(one, "Twins"), one => Rows.Customer(one, "Twins"));
        var import = await BringAsync(partner, ImportKind.Customers, Header
            + "n1,Northwind Traders,,,\r\nT1,TAILSPIN,,,\r\n,Twins,,,\r\nX1,Northwind,,,\r\n,,,,2026-01-01\r\nC3,Contoso,friend,2026-02-01,2026-01-01\r\n");
        var rows = await RowsAsync(partner, import);
        Assert.Equal(
            [ImportOutcome.Changed, ImportOutcome.Changed, ImportOutcome.Refused, ImportOutcome.New, ImportOutcome.Refused, ImportOutcome.Refused], rows.Select(row => row.Outcome));
        Assert.Equal([new ImportChange(ImportColumn.Customer, "Northwind", "Northwind Traders")], rows[0].Changes);
        Assert.Equal([new ImportChange(ImportColumn.Customer, "Tailspin", "TAILSPIN"), new ImportChange(ImportColumn.CustomerCode, null, "T1")], rows[1].Changes);
        Assert.Equal(
            [
                (4, ImportErrorCode.CustomerAmbiguous, ImportColumn.Customer), (6, ImportErrorCode.Missing, ImportColumn.Customer), (6, ImportErrorCode.Missing, ImportColumn.Association),
                (7, ImportErrorCode.PeriodReversed, ImportColumn.Until), (7, ImportErrorCode.AssociationUnknown, ImportColumn.Association),
            ],
            Errors(rows));
        await ConfirmAsync(partner, import, leaveOutRefused: true);
        Assert.Equal(["Northwind", "Northwind Traders", "TAILSPIN", "Twins", "Twins"], (await AllAsync<Customer>(partner)).Select(one => one.Name).Order(StringComparer.Ordinal));
    }
}
