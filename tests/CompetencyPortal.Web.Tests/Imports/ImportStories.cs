using CompetencyPortal.Data.Entities;
using CompetencyPortal.Testing;
using CompetencyPortal.Testing.Databases;
using CompetencyPortal.Web.Tests.Exports;
using CompetencyPortal.Web.Tests.Hosting;

namespace CompetencyPortal.Web.Tests.Imports;

/// <summary>An admin brings facts in from files.</summary>
public sealed class ImportStories(PostgreSqlFixture server) : ImportTest(server)
{
    [Fact]
    public async Task AYearComesInFromThreeFilesOfAFrenchSpreadsheet()
    {
        var (organisation, admin) = await BeginAsync("fr");

        var customers = await StoreAsync(admin, ImportKind.Customers, "Code client;Client;Type d'association;Premier jour\r\nN-1;Northwind;Digital Partner of Record;01/01/2020\r\n");
        var people = await StoreAsync(
            admin,
            ImportKind.People,
            "Nom;Adresse e-mail;Examen;Réussi le\r\nAna;ana@x.example;exam mb2 714;01/03/2026\r\nAna;ana@x.example;MB2-710;01/03/2026\r\nBen;ben@x.example;MB2-712;01/03/2026\r\n");
        var revenue = await NewImportPage.CheckAsync(admin, ImportKind.Revenue, "Facture;Client;Produit;Date de facture;Montant;Nouveau net\r\nF1;Northwind;CRM Online;31/05/2026;\"120 000,50\";oui\r\nF2;Northwind;CRM Online;30/06/2026;-500,00;oui\r\n");
        var stored = await revenue.ConfirmAsync();

        Assert.Equal("Enregistré", customers.State);
        Assert.Equal("Enregistré", people.State);
        Assert.Contains(revenue.Effects, effect => effect.Contains("obtient le niveau Argent", StringComparison.Ordinal));
        Assert.Equal("Enregistré", stored.State);
        Assert.Equal((1, 1, 2, 2, 3), await CountAsync(organisation));
        Assert.Contains("119", (await admin.OpenAsync("/revenue")).Text(".list-sums"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task NothingIsStoredBeforeItIsConfirmed_AndThePreviewSaysWhatWillBe()
    {
        var (organisation, admin) = await BeginAsync();

        var page = await NewImportPage.CheckAsync(admin, ImportKind.Customers, CustomersFile, "customers of 2026.csv");

        Assert.Equal("customers of 2026.csv", page.Heading);
        Assert.Equal("Checked, not stored", page.State);
        Assert.Equal(["Refused 0", "Changed 0", "New 2", "Unchanged 0"], page.Outcomes);
        Assert.Equal(["2", "3"], page.Rows.Select(row => row[0].Split(' ')[^1]));
        Assert.Contains("Northwind", page.Rows[0]);
        Assert.Equal((0, 0, 0, 0, 0), await CountAsync(organisation));

        var stored = await page.ConfirmAsync();

        Assert.Equal("2 rows of the file are stored.", stored.Message);
        Assert.Equal((2, 1, 0, 0, 0), await CountAsync(organisation));
    }

    [Fact]
    public async Task TheSameFileAgainChangesNothing()
    {
        var (organisation, admin) = await BeginAsync();
        await StoreAsync(admin, ImportKind.Customers, CustomersFile);
        await StoreAsync(admin, ImportKind.Revenue, RevenueFile);
        var before = await CountAsync(organisation);

        var page = await NewImportPage.CheckAsync(admin, ImportKind.Revenue, RevenueFile);

        Assert.Equal(["Refused 0", "Changed 0", "New 0", "Unchanged 2"], page.Outcomes);
        Assert.Contains("nothing to store", Assert.Single(page.Notes), StringComparison.Ordinal);
        Assert.Null(page.Find("form[action*=Confirm]"));
        Assert.Equal(before, await CountAsync(organisation));
    }

    [Fact]
    public async Task WhatWasExportedIsFoundUnchanged_EveryKindOfIt()
    {
        var (organisation, admin) = await BeginAsync();
        var (customer, ana) = (Rows.Customer(organisation.Partner, "=Northwind; +1", code: "n-1"), Rows.Person(organisation.Partner, "'Ana", email: "ana@x.example"));
        await Portal.SaveAsync(
            organisation.Id, customer, ana, Rows.Association(customer, new DateOnly(2020, 1, 1)), Rows.Customer(organisation.Partner, "Tailspin"),
            Rows.Line(customer, -12.5m, reference: "inv 1"), Rows.Line(customer, 7m), Rows.Line(customer, 7m), Rows.Pass(ana), Rows.Pass(ana, "MB2-716"));
        var archive = await Archive.OpenAsync(admin);

        foreach (var (kind, file) in new[] { (ImportKind.Customers, "customers.csv"), (ImportKind.People, "people.csv"), (ImportKind.Revenue, "revenue.csv") })
        {
            var page = await NewImportPage.CheckAsync(admin, kind, archive.Files[file]);
            Assert.Equal(["Refused 0", "Changed 0", "New 0", $"Unchanged {archive.Files[file].Split("\r\n").Length - 2}"], page.Outcomes);
        }
    }

    [Fact]
    public async Task AChangedRowShowsWhatItWasAndWhatItWillBe_AndTheFallOfAStanding()
    {
        var (_, admin) = await BeginAsync();
        await StoreAsync(admin, ImportKind.Customers, CustomersFile);
        await StoreAsync(
            admin,
            ImportKind.People,
            "name,email,credential,passedOn\nAna,ana@x.example,MB2-714,2026-03-01\nAna,ana@x.example,MB2-710,2026-03-01\nBen,ben@x.example,MB2-712,2026-03-01\n");
        await StoreAsync(admin, ImportKind.Revenue, "reference,customer,product,date,amount,netNew\nI-1,Northwind,crm-online,2026-05-31,160000.00,true\n");

        var page = await NewImportPage.CheckAsync(admin, ImportKind.Revenue, "reference,customer,product,date,amount,netNew\ni-1,Northwind,crm-online,2026-05-30,16000.00,true\n");

        Assert.Equal(["Refused 0", "Changed 1", "New 0", "Unchanged 0"], page.Outcomes);
        Assert.Equal(["Date of sale: from 31 May 2026 to 30 May 2026", "Amount in US$: from 160,000.00 to 16,000.00"], page.Remarks);
        Assert.Contains(page.Effects, effect => effect.Contains("loses Silver", StringComparison.Ordinal));
        Assert.Contains("US$16,000", page.Text(".import-effects table"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task AnImportThatIsDiscardedLeavesNothing()
    {
        var (organisation, admin) = await BeginAsync();
        var page = await NewImportPage.CheckAsync(admin, ImportKind.Customers, CustomersFile);

        var list = await page.DiscardAsync();

        Assert.Equal("/imports", list.Location);
        Assert.Contains("Nothing was stored", list.Message, StringComparison.Ordinal);
        Assert.Equal((0, 0, 0, 0, 0), await CountAsync(organisation));
        var again = await admin.OpenAsync<ImportPage>(new Uri(Browser.Home, page.Address));
        Assert.Equal("Discarded", again.State);
        Assert.Null(again.Find("main form"));
    }

    [Fact]
    public async Task WhenFactsChangeMeanwhile_TheFileIsCheckedAnewBeforeAnythingIsStored()
    {
        var (organisation, admin) = await BeginAsync();
        var page = await NewImportPage.CheckAsync(admin, ImportKind.Customers, CustomersFile);
        await Portal.SaveAsync(organisation.Id, Rows.Customer(organisation.Partner, "Tailspin", code: "t-1"));

        var stale = await admin.OpenAsync<ImportPage>(new Uri(Browser.Home, page.Address));
        var anew = await page.ConfirmAsync();

        Assert.Contains("Facts have been changed since this check", Assert.Single(stale.Notes), StringComparison.Ordinal);
        Assert.Equal("Checked, not stored", anew.State);
        Assert.Contains("checked anew", Assert.Single(anew.Notes), StringComparison.Ordinal);
        Assert.Equal(["Refused 0", "Changed 0", "New 1", "Unchanged 1"], anew.Outcomes);
        Assert.Equal((1, 0, 0, 0, 0), await CountAsync(organisation));
        Assert.Equal("Stored", (await anew.ConfirmAsync()).State);
        Assert.Equal((2, 1, 0, 0, 0), await CountAsync(organisation));
    }

    [Fact]
    public async Task WhoConfirmsWhatWentOnMeanwhileIsToldSo()
    {
        var (organisation, admin) = await BeginAsync();
        var tab = await NewImportPage.CheckAsync(admin, ImportKind.Customers, CustomersFile);
        await (await admin.OpenAsync<ImportPage>(new Uri(Browser.Home, tab.Address))).ConfirmAsync();

        var late = await tab.ConfirmAsync();
        var discarded = await tab.DiscardAsync();

        Assert.Equal("Stored", late.State);
        Assert.Contains("gone on", Assert.Single(late.Notes), StringComparison.Ordinal);
        Assert.Contains("gone on", discarded.Text(".note"), StringComparison.Ordinal);
        Assert.Equal((2, 1, 0, 0, 0), await CountAsync(organisation));
    }

    [Fact]
    public async Task AnEmptyListLeadsToTheThreeFiles()
    {
        var (_, admin) = await BeginAsync();

        foreach (var address in new[] { "/revenue", "/customers", "/people", "/" })
        {
            Assert.Contains("three files", (await admin.OpenAsync(address)).Text(".empty a[href='/imports']"), StringComparison.Ordinal);
        }

        var list = await admin.OpenAsync("/imports");
        Assert.Equal("Bring your year in from three files", list.Text(".empty h2"));
        Assert.Equal("/imports/new?kind=Customers", (await admin.OpenAsync("/customers")).Find(".page-header a[href^='/imports']")?.GetAttribute("href"));
    }
}
