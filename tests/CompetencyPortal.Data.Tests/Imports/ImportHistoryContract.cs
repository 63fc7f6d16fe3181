using CompetencyPortal.Data.Auditing;
using CompetencyPortal.Data.Entities;
using CompetencyPortal.Data.Evidence;
using CompetencyPortal.Testing;
using CompetencyPortal.Testing.Databases;

namespace CompetencyPortal.Data.Tests.Imports;

/// <summary>What an import stored is played backwards like any other change.</summary>
public abstract class ImportHistoryContract(DatabaseFixture server) : ImportContract(server)
{
    [Fact]
    public async Task History_AfterAnImport_GivesTheFactsAsTheyWereBeforeIt()
    {
        var customer = default(Customer)!;
        var partner = await PartnerAsync(one => customer = Rows.Customer(one, "Northwind"));
        var line = Rows.Line(customer, 100m, Day);
        line.Reference = OwnReference.Parse("INV-1");
        await SaveAsync(partner.Id, line);
        var since = Database.Clock.Now;
        Database.Clock.Advance(TimeSpan.FromMinutes(1));
        await StoreAsync(
            partner, ImportKind.Revenue,
            "reference,customer,product,date,amount,netNew\r\nINV-1,Northwind,crm-online,2026-03-01,250.50,true\r\nINV-2,Northwind,crm-online,2026-03-02,7,true\r\n");

        await using var db = await Database.OpenAsync(partner.Id);
        var history = await new FactHistoryQuery(db).LoadAsync(since, Cancellation);
        Assert.Equal([100m], history.Then.Lines.Values.Select(row => row.Amount));
        Assert.Equal([250.50m, 7m], history.Now.Lines.Values.OrderBy(row => row.Date).Select(row => row.Amount));
        Assert.Equal([FactAct.Added, FactAct.Edited], history.Changes.Select(change => change.Act).Order());
    }
}
