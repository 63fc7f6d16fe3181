using CompetencyPortal.Data.Entities;
using CompetencyPortal.Testing;
using CompetencyPortal.Testing.Databases;
using CompetencyPortal.Web.Tests.Facts;
using CompetencyPortal.Web.Tests.Hosting;

namespace CompetencyPortal.Web.Tests.Customers;

/// <summary>What hangs on associations: what one would make count, what other readings would, and how they came about.</summary>
public sealed class StakesStories(PostgreSqlFixture server) : PortalTest(server)
{
    private const string Towards = "?towards=cloud-customer-relationship-management/cloud-crm-reseller/net-new";

    [Fact]
    public async Task TheList_SaysWhatAnAssociationWouldAdd_AndPutsTheGreatestFirst()
    {
        var (organisation, _) = await StoreAsync();
        var browser = await Portal.SignInAsync(organisation.Admin);

        var list = await browser.OpenAsync<CustomersPage>(Towards + "&sort=-gain");

        Assert.Equal([("Tailspin", "84,000.00"), ("Contoso", "500.00"), ("Northwind", "")], list.Customers.Select(one => (one[0], one[4])));
    }

    [Fact]
    public async Task TheCustomersPage_SaysWhatAnAssociationFromTodayWouldMakeCount()
    {
        var (organisation, tailspin) = await StoreAsync();
        var browser = await Portal.SignInAsync(organisation.Admin);

        var page = await browser.OpenAsync($"/customers/{tailspin.Id}");

        Assert.Equal("If you associated Tailspin from today", page.Text("#gains"));
        Assert.Equal("+ US$84,000 would count towards Cloud CRM Reseller (2 lines). As Digital Partner of Record (DPOR).", page.Text("[aria-labelledby=gains] li"));
    }

    [Fact]
    public async Task TheCustomersPage_SaysWhichTierWouldBeAttained()
    {
        var (organisation, tailspin) = await StoreAsync();
        var ana = Rows.Person(organisation.Partner);
        var ben = Rows.Person(organisation.Partner, "Ben");
        await Portal.SaveAsync(organisation.Id, ana, ben, Rows.Pass(ana, "MB2-717"), Rows.Pass(ana, "MB2-715"), Rows.Pass(ben, "MB2-712"));
        var browser = await Portal.SignInAsync(organisation.Admin);

        var page = await browser.OpenAsync($"/customers/{tailspin.Id}");

        Assert.Contains("Cloud CRM Reseller would then attain Silver.", page.Text("[aria-labelledby=gains] li"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task TheCustomersPage_ShowsReadingsSideBySide_WhereTheyDiffer()
    {
        var (organisation, tailspin) = await StoreAsync();
        await Portal.SaveAsync(organisation.Id, Rows.Association(tailspin, until: new DateOnly(2026, 10, 31)));
        var browser = await Portal.SignInAsync(organisation.Admin);

        var page = await browser.OpenAsync($"/customers/{tailspin.Id}");

        Assert.Equal(
            [
                "Cloud CRM Reseller The customer must be associated on the as-of date. Judges 0.00",
                "Cloud CRM Reseller The customer must be associated on the day of the sale. 80,000.00",
            ],
            page.Document.QuerySelectorAll("[aria-labelledby=readings] tbody tr").Select(row => string.Join(' ', row.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))));
    }

    [Fact]
    public async Task WithoutLeaveToSeeAmounts_NothingIsToldOfThem_NorOfTheirOrder()
    {
        var (organisation, tailspin) = await StoreAsync();
        var reader = Rows.User(organisation.Partner, PortalRole.PartnerMember);
        await Portal.SaveAsync(null, reader);
        var browser = await Portal.SignInAsync(reader);

        var list = await browser.OpenAsync<CustomersPage>(Towards + "&sort=-gain");
        var page = await browser.OpenAsync($"/customers/{tailspin.Id}");

        Assert.Equal(["Contoso", "Northwind", "Tailspin"], list.Customers.Select(one => one[0]));
        Assert.All(list.Customers, one => Assert.Equal(4, one.Count));
        Assert.Null(list.Find("#towards"));
        Assert.Null(page.Find("#gains"));
        Assert.Null(page.Find("#readings"));
        Assert.DoesNotContain("US$", page.Text("main"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task TheHistory_TellsGapsAndOverlaps()
    {
        var organisation = await Portal.AddOrganisationAsync();
        var customer = Rows.Customer(organisation.Partner);
        await Portal.SaveAsync(
            organisation.Id,
            customer,
            Rows.Association(customer, until: new DateOnly(2026, 1, 31)),
            Rows.Association(customer, from: new DateOnly(2026, 3, 1)),
            Rows.Association(customer, from: new DateOnly(2026, 6, 1), until: new DateOnly(2026, 6, 30)));
        var page = await (await Portal.SignInAsync(organisation.Member)).OpenAsync($"/customers/{customer.Id}");

        Assert.Equal(
            [
                "until 31 Jan 2026: associated",
                "1 Feb 2026 – 28 Feb 2026: no association",
                "1 Mar 2026 – 31 May 2026: associated",
                "1 Jun 2026 – 30 Jun 2026: 2 associations at once",
                "since 1 Jul 2026: associated",
            ],
            page.Document.QuerySelectorAll(".stretches li").Select(item => item.TextContent.Trim()));
    }

    [Fact]
    public async Task TheChanges_TellWhoDidWhat_EvenOfWhatIsGone()
    {
        var organisation = await Portal.AddOrganisationAsync();
        var browser = await Portal.SignInAsync(organisation.Admin);
        var form = await browser.OpenAsync<FactPage>(new Uri(Browser.Home, "/customers/add"));
        var page = await form.SaveAsync<FactPage>(("Name", "Tailspin"), ("Code", "k 1"));
        page = await page.SaveAsync<FactPage>(("From", "2026-01-01"));
        page = await (await page.FollowAsync<FactPage>("main .row-actions a")).SaveAsync<FactPage>(("Until", "2026-12-31"));
        page = await (await page.FollowAsync<FactPage>("main .row-actions a:last-child")).SaveAsync<FactPage>();
        page = await (await page.FollowAsync<FactPage>("main .actions a")).SaveAsync<FactPage>(("Code", ""));

        var changes = await page.FollowAsync<WebPage>("main a[href$='/history']");

        Assert.Equal("Changes to Tailspin", changes.Heading);
        Assert.Equal(
            [
                "Changed: Own code: from K 1 to empty",
                "Deleted: Digital Partner of Record (DPOR), 1 Jan 2026 – 31 Dec 2026",
                "Changed: Last day: from empty to 31 Dec 2026",
                "Added: Digital Partner of Record (DPOR), since 1 Jan 2026",
                "Added: Tailspin",
            ],
            changes.Document.QuerySelectorAll("tbody tr").Select(row => row.Children[2].TextContent.Trim()));
        Assert.All(changes.Document.QuerySelectorAll("tbody tr"), row => Assert.Equal("Ana of Fabrikam", row.Children[1].TextContent.Trim()));
    }

    [Fact]
    public async Task ACodeBelongsToOneCustomer_HoweverItIsWritten_AndFindsIt()
    {
        var organisation = await Portal.AddOrganisationAsync();
        await Portal.SaveAsync(organisation.Id, Rows.Customer(organisation.Partner, code: "K 1042"), Rows.Customer(organisation.Partner, "Contoso"));
        var browser = await Portal.SignInAsync(organisation.Admin);
        var form = await browser.OpenAsync<FactPage>(new Uri(Browser.Home, "/customers/add"));

        var taken = await form.TryAsync(("Name", "Tailspin"), ("Code", " k  1042"));
        var long65 = await taken.TryAsync(("Code", new string('x', OwnReference.MaxLength + 1)));

        Assert.Equal("K 1042 is already the code of Northwind. Each customer has a code of its own.", taken.ErrorOf("Input.Code"));
        Assert.Equal("Enter a code of at most 64 characters, or leave it empty.", long65.ErrorOf("Input.Code"));
        Assert.Equal(["Northwind"], (await browser.OpenAsync<CustomersPage>("?search=k 10")).Customers.Select(one => one[0]));
        Assert.Equal(["Contoso", "Northwind"], (await browser.OpenAsync<CustomersPage>("?sort=name&search=o")).Customers.Select(one => one[0]));
        Assert.Equal("K 1042", (await browser.OpenAsync<CustomersPage>("?sort=-code")).Customers.Single(one => one[0] == "Northwind")[1]);
    }

    private async Task<(Organisation Organisation, Customer Tailspin)> StoreAsync()
    {
        var organisation = await Portal.AddOrganisationAsync();
        var northwind = Rows.Customer(organisation.Partner);
        var tailspin = Rows.Customer(organisation.Partner, "Tailspin");
        var contoso = Rows.Customer(organisation.Partner, "Contoso");
        await Portal.SaveAsync(
            organisation.Id,
            northwind, tailspin, contoso,
            Rows.Association(northwind),
            Rows.Line(northwind, 20_000m),
            Rows.Line(tailspin, 80_000m, new DateOnly(2026, 10, 1)),
            Rows.Line(tailspin, 4_000m),
            Rows.Line(tailspin, 9_000m, new DateOnly(2025, 11, 20)),
            Rows.Line(contoso, 500m),
            Rows.Line(contoso, 700m, netNew: false));
        return (organisation, tailspin);
    }
}
