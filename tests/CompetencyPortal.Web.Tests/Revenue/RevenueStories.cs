using System.Net;

using CompetencyPortal.Data.Entities;
using CompetencyPortal.Testing;
using CompetencyPortal.Testing.Databases;
using CompetencyPortal.Web.Tests.Facts;
using CompetencyPortal.Web.Tests.Hosting;

using Microsoft.EntityFrameworkCore;

namespace CompetencyPortal.Web.Tests.Revenue;

public sealed class RevenueStories(PostgreSqlFixture server) : PortalTest(server)
{
    [Fact]
    public async Task CanEnterARevenueLine()
    {
        var (organisation, customer) = await StoreAsync();
        var browser = await Portal.SignInAsync(organisation.Admin);
        var form = await (await browser.OpenAsync<RevenuePage>()).AddAsync();

        var list = await form.SaveAsync<RevenuePage>(Line(customer, amount: "60,000", product: "Dynamics 365 Enterprise Plan 2"));

        Assert.Equal("Added: Northwind, 1 Nov 2026, US$60,000.", list.Message);
        Assert.Equal(["Northwind", "Dynamics 365 Enterprise Plan 2", "1 Nov 2026", "Net new", "", "60,000.00"], Assert.Single(list.Lines));
        Assert.Equal("1 line US$60,000 in total, of which US$60,000 net new", list.Sums);
    }

    [Theory]
    [InlineData("Dynamics 365 Plan 1", "dynamics-365-customer-engagement")]
    [InlineData("dynamics 365 enterprise plan 1", "dynamics-365-customer-engagement")]
    [InlineData("crm-online", "crm-online")]
    [InlineData("AX2012 On Premises", "ax-2012-on-premises")]
    public async Task AcceptsAProductByAnySpelling_FormerNamesIncluded(string spelling, string code)
    {
        var (organisation, customer) = await StoreAsync();

        await (await OpenFormAsync(organisation)).SaveAsync<RevenuePage>(Line(customer, product: spelling));

        Assert.Equal(code, Assert.Single(await LinesAsync(organisation)).Product.Value);
    }

    [Theory]
    [InlineData("en", "1,234.56")]
    [InlineData("fr", "1\u202f234,56")]
    [InlineData("es", "1.234,56")]
    [InlineData("ru", "1\u00a0234,56")]
    [InlineData("zh-Hant", "1,234.56")]
    public async Task TakesAnAmountAsItsReaderWritesIt_AndGivesItBackSo(string language, string amount)
    {
        var (organisation, customer) = await StoreAsync();
        var form = await OpenFormAsync(organisation, language);
        var hint = form.Text("#Input_Amount-hint");

        var list = await form.SaveAsync<RevenuePage>(Line(customer, amount: amount));

        Assert.Contains(WithPlainSpaces(amount.Replace("56", "50", StringComparison.Ordinal)), WithPlainSpaces(hint), StringComparison.Ordinal);
        Assert.Equal(1234.56m, Assert.Single(await LinesAsync(organisation)).Amount);
        Assert.Equal(WithPlainSpaces(amount), WithPlainSpaces(Assert.Single(list.Lines)[^1]));
        var again = await list.EditFirstAsync();
        await again.SaveAsync<RevenuePage>();
        Assert.Equal(1, Assert.Single(await LinesAsync(organisation)).Version);
    }

    [Theory]
    [InlineData("1.234,56", "This cannot be read as one amount; write it like 1,234.50.")]
    [InlineData("1,5", "This cannot be read as one amount; write it like 1,234.50.")]
    [InlineData("a lot", "This cannot be read as one amount; write it like 1,234.50.")]
    [InlineData("", "Enter the amount in US dollars.")]
    [InlineData("1.234", "Use at most two decimals: an amount has no parts of a cent.")]
    [InlineData("10,000,000,000,000,000", "This amount is too large; use at most 16 digits before the decimals.")]
    public async Task RefusesAnAmountThatIsNone(string amount, string error)
    {
        var (organisation, customer) = await StoreAsync();

        var refused = await (await OpenFormAsync(organisation)).TryAsync(Line(customer, amount: amount));

        Assert.Equal(error, Assert.Single(refused.Errors));
        Assert.Equal(amount, refused.Form()["Input.Amount"]);
        Assert.Empty(await LinesAsync(organisation));
    }

    [Theory]
    [InlineData("-9,999,999,999,999,999.99")]
    [InlineData("0")]
    [InlineData("60,000.000")]
    public async Task TakesCreditsAndBounds(string amount)
    {
        var (organisation, customer) = await StoreAsync();

        await (await OpenFormAsync(organisation)).SaveAsync<RevenuePage>(Line(customer, amount: amount));

        Assert.Equal(decimal.Parse(amount, System.Globalization.CultureInfo.InvariantCulture), Assert.Single(await LinesAsync(organisation)).Amount);
    }

    [Theory]
    [InlineData("3/4/2026", "Enter a date as year, month and day, such as 2026-11-20.")]
    [InlineData("0026-11-20", "Enter a date from 1980 to 2199; check the year.")]
    [InlineData("2026-02-30", "Enter a date as year, month and day, such as 2026-11-20.")]
    public async Task RefusesADateThatCouldBeAnother(string date, string error)
    {
        var (organisation, customer) = await StoreAsync();
        var form = await OpenFormAsync(organisation);
        form.Find("#Input_Date")!.SetAttribute("type", "text");

        var refused = await form.TryAsync(Line(customer, date: date));

        Assert.Equal(error, Assert.Single(refused.Errors));
        Assert.Empty(await LinesAsync(organisation));
    }

    [Fact]
    public async Task SaysEverythingThatIsWrongAtOnce()
    {
        var (organisation, _) = await StoreAsync();

        var refused = await (await OpenFormAsync(organisation)).TryAsync(("Product", "Windows 95"), ("Amount", "1.234"));

        Assert.Equal(
            [
                "Choose one of your organisation’s customers.",
                "“Windows 95” is no known product; choose one of the list.",
                "Enter the date of the sale.",
                "Use at most two decimals: an amount has no parts of a cent.",
            ],
            refused.Errors);
    }

    [Fact]
    public async Task RefusesAnotherOrganisationsCustomer()
    {
        var (organisation, _) = await StoreAsync();
        var other = await Portal.AddOrganisationAsync("Contoso");
        var foreign = Rows.Customer(other.Partner, "Contoso’s own");
        await Portal.SaveAsync(other.Id, foreign);
        var form = await OpenFormAsync(organisation);
        form.Find("#Input_Customer option:last-child")!.SetAttribute("value", $"{foreign.Id}");

        var refused = await form.SaveAsync<FactPage>(Line(foreign));

        Assert.Equal(HttpStatusCode.NotFound, refused.Status);
        Assert.DoesNotContain(foreign.Name, refused.ToString(), StringComparison.Ordinal);
        Assert.Empty(await LinesAsync(organisation));
        Assert.Empty(await LinesAsync(other));
    }

    [Fact]
    public async Task AsksForAnotherCustomerWhereOneWasDeletedMeanwhile()
    {
        var (organisation, customer) = await StoreAsync();
        var browser = await Portal.SignInAsync(organisation.Admin);
        var form = await OpenFormAsync(organisation);
        await (await browser.OpenAsync($"/customers/{customer.Id}/delete")).Form().SubmitAsync<WebPage>();

        var refused = await form.TryAsync(Line(customer));

        Assert.Equal("Choose one of your organisation’s customers.", Assert.Single(refused.Errors));
        Assert.Equal("CRM Online", refused.Form()["Input.Product"]);
    }

    [Theory]
    [InlineData("inv 2026-1", "INV 2026-1")]
    [InlineData("  ＩＮＶ\u00a0 1 ", "INV 1")]
    [InlineData("", "")]
    public async Task KeepsTheLinesOwnReference(string typed, string shown)
    {
        var (organisation, customer) = await StoreAsync();

        var list = await (await OpenFormAsync(organisation)).SaveAsync<RevenuePage>([.. Line(customer), ("Reference", typed)]);

        Assert.Equal(shown, Assert.Single(list.Lines)[4]);
        Assert.Equal(shown, (await list.EditFirstAsync()).Form()["Input.Reference"]);
    }

    [Fact]
    public async Task RefusesTheReferenceOfAnotherLine_AndNamesTheLine_WhoeverWroteItHow()
    {
        var (organisation, customer) = await StoreAsync();
        await Portal.SaveAsync(organisation.Id, Rows.Line(customer, 12, reference: "INV 1"));
        var other = await Portal.AddOrganisationAsync("Contoso");
        var theirs = Rows.Customer(other.Partner);
        await Portal.SaveAsync(other.Id, theirs, Rows.Line(theirs, reference: "INV 2"));

        var refused = await (await OpenFormAsync(organisation)).TryAsync([.. Line(customer), ("Reference", " inv  1")]);

        Assert.Equal("“INV 1” is already the reference of another line: Northwind, 1 Nov 2026, US$12.", refused.ErrorOf("Input.Reference"));
        Assert.StartsWith("Added: ", (await refused.SaveAsync<RevenuePage>(("Reference", "inv 2"))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task RefusesAReferenceThatIsTooLong()
    {
        var (organisation, customer) = await StoreAsync();

        var refused = await (await OpenFormAsync(organisation)).TryAsync([.. Line(customer), ("Reference", new string('x', 65))]);

        Assert.Equal("A reference has 1 to 64 characters that can be seen and read.", Assert.Single(refused.Errors));
    }

    [Fact]
    public async Task AsksOfALikelyDuplicate_AndAddsItAnyway()
    {
        var (organisation, customer) = await StoreAsync();
        await Portal.SaveAsync(organisation.Id, Rows.Line(customer, 100));

        var asked = await (await OpenFormAsync(organisation)).TryAsync(Line(customer));

        Assert.StartsWith("This looks like a line that is already there", Assert.Single(asked.Errors), StringComparison.Ordinal);
        Assert.Contains("Northwind, CRM Online, 1 Nov 2026, US$100", asked.Text(".conflict li"), StringComparison.Ordinal);
        Assert.Equal("Add it anyway", asked.Text("main form[method=post] .btn-primary"));
        Assert.Single(await LinesAsync(organisation));
        Assert.StartsWith("Added: ", (await asked.SaveAsync<RevenuePage>()).Message, StringComparison.Ordinal);
        Assert.Equal(2, (await LinesAsync(organisation)).Count);
    }

    [Fact]
    public async Task AsksAgain_WhenWhatWasSaidToBeNoDuplicateBecomesAnother()
    {
        var (organisation, customer) = await StoreAsync();
        await Portal.SaveAsync(organisation.Id, Rows.Line(customer, 100), Rows.Line(customer, 200));
        var asked = await (await OpenFormAsync(organisation)).TryAsync(Line(customer));

        await asked.TryAsync(("Amount", "200"));

        Assert.Equal(2, (await LinesAsync(organisation)).Count);
    }

    [Theory]
    [InlineData(null, null, true)]
    [InlineData("A", null, true)]
    [InlineData(null, "B", true)]
    [InlineData("A", "B", false)]
    public async Task LinesThatEachHaveAReferenceOfTheirOwn_AreNoDuplicates(string? there, string? entered, bool isAsked)
    {
        var (organisation, customer) = await StoreAsync();
        await Portal.SaveAsync(organisation.Id, Rows.Line(customer, 100, reference: there));

        var after = await (await OpenFormAsync(organisation)).SaveAsync<FactPage>([.. Line(customer), ("Reference", entered)]);

        Assert.Equal(isAsked, after.Errors.Count is 1);
        Assert.Equal(isAsked ? 1 : 2, (await LinesAsync(organisation)).Count);
    }

    [Fact]
    public async Task AsksOnAnEditToo_ButNotOfWhatTheEditLeavesAsItWas()
    {
        var (organisation, customer) = await StoreAsync();
        var line = Rows.Line(customer, 100);
        await Portal.SaveAsync(organisation.Id, line, Rows.Line(customer, 200));
        var browser = await Portal.SignInAsync(organisation.Admin);
        var form = await browser.OpenAsync<FactPage>(new Uri(Browser.Home, $"/revenue/{line.Id}"));

        var asked = await form.TryAsync(("Amount", "200"));

        Assert.Equal("Save it anyway", asked.Text("main form[method=post] .btn-primary"));
        Assert.StartsWith("Saved: ", (await asked.SaveAsync<RevenuePage>()).Message, StringComparison.Ordinal);
        form = await browser.OpenAsync<FactPage>(new Uri(Browser.Home, $"/revenue/{line.Id}"));
        Assert.StartsWith("Saved: ", (await form.SaveAsync<RevenuePage>(("NetNew", "false"))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task LeadsBackToTheListAsItWasFiltered()
    {
        var (organisation, customer) = await StoreAsync();
        await Portal.SaveAsync(organisation.Id, Rows.Line(customer));
        var browser = await Portal.SignInAsync(organisation.Admin);
        var filtered = "?search=north&sort=-amount&asOf=2026-06-30";
        var list = await browser.OpenAsync<RevenuePage>(filtered);

        var after = await (await list.EditFirstAsync()).SaveAsync<RevenuePage>(("Amount", "5"));

        Assert.Equal("/revenue" + filtered, after.Location);
    }

    [Theory]
    [InlineData("https://elsewhere.example/")]
    [InlineData("//elsewhere.example/")]
    public async Task LeadsNowhereElse(string back)
    {
        var (organisation, customer) = await StoreAsync();
        var browser = await Portal.SignInAsync(organisation.Admin);
        var form = await browser.OpenAsync<FactPage>(new Uri(Browser.Home, "/revenue/add?back=" + Uri.EscapeDataString(back)));

        var after = await form.SaveAsync<RevenuePage>(Line(customer));

        Assert.Equal("/revenue", after.Location);
    }

    [Fact]
    public async Task AnEmptyListSaysWhatToDoFirst()
    {
        var organisation = await Portal.AddOrganisationAsync();
        var browser = await Portal.SignInAsync(organisation.Admin);
        var withoutCustomers = await browser.OpenAsync<RevenuePage>();
        await Portal.SaveAsync(organisation.Id, Rows.Customer(organisation.Partner));

        var withCustomers = await browser.OpenAsync<RevenuePage>();
        var forMembers = await (await Portal.SignInAsync(organisation.Member)).OpenAsync<RevenuePage>();

        Assert.NotNull(withoutCustomers.Find(".empty a[href^='/customers/add']"));
        Assert.Null(withoutCustomers.Find("a[href^='/revenue/add']"));
        Assert.NotNull(withCustomers.Find("a[href^='/revenue/add']"));
        Assert.Equal("An admin of your organisation enters revenue.", forMembers.Text(".empty p"));
    }

    private static (string Field, string? Value)[] Line(
        Customer customer, string amount = "100", string product = "CRM Online", string date = "2026-11-01") =>
        [("Customer", $"{customer.Id}"), ("Product", product), ("Date", date), ("Amount", amount), ("NetNew", "true")];

    private static string WithPlainSpaces(string text) => text.Replace('\u00a0', ' ').Replace('\u202f', ' ');

    private async Task<(Organisation Organisation, Customer Customer)> StoreAsync()
    {
        var organisation = await Portal.AddOrganisationAsync();
        var customer = Rows.Customer(organisation.Partner);
        await Portal.SaveAsync(organisation.Id, customer);
        return (organisation, customer);
    }

    private async Task<FactPage> OpenFormAsync(Organisation organisation, string language = "en")
    {
        var browser = await Portal.SignInAsync(organisation.Admin, language);
        return await browser.OpenAsync<FactPage>(new Uri(Browser.Home, "/revenue/add"));
    }

    private async Task<List<RevenueLine>> LinesAsync(Organisation organisation)
    {
        await using var db = await Portal.Database.OpenAsync(organisation.Id);
        return await db.RevenueLines.AsNoTracking().ToListAsync(Cancellation);
    }
}
