using CompetencyPortal.Data.Entities;
using CompetencyPortal.Testing.Databases;
using CompetencyPortal.Web.Tests.Hosting;

using Microsoft.EntityFrameworkCore;

namespace CompetencyPortal.Web.Tests.Imports;

/// <summary>A test in which an admin brings files in.</summary>
public abstract class ImportTest(PostgreSqlFixture server) : PortalTest(server)
{
    protected const string CustomersFile = """
        customerCode,customer,association,from,until
        N-1,Northwind,digitalPartnerOfRecord,2020-01-01,
        T-1,Tailspin,,,
        """;

    protected const string RevenueFile = """
        reference,customer,product,date,amount,netNew
        I-1,Northwind,crm-online,2026-05-31,60000.00,true
        I-2,Northwind,crm-online,2026-06-30,-500.00,true
        """;

    protected async Task<(Organisation Organisation, Browser Admin)> BeginAsync(string language = "en")
    {
        var organisation = await Portal.AddOrganisationAsync();
        return (organisation, await Portal.SignInAsync(organisation.Admin, language));
    }

    /// <summary>Brings a file in and confirms it.</summary>
    protected static async Task<ImportPage> StoreAsync(Browser browser, ImportKind kind, string text) =>
        await (await NewImportPage.CheckAsync(browser, kind, text)).ConfirmAsync();

    /// <summary>How many customers, associations, lines, people and passes the organisation has.</summary>
    protected async Task<(int Customers, int Associations, int Lines, int People, int Passes)> CountAsync(Organisation organisation)
    {
        await using var db = await Portal.Database.OpenAsync(organisation.Id);
        return (
            await db.Customers.CountAsync(Cancellation), await db.CustomerAssociations.CountAsync(Cancellation), await db.RevenueLines.CountAsync(Cancellation),
            await db.People.CountAsync(Cancellation), await db.PersonCredentials.CountAsync(Cancellation));
    }
}
