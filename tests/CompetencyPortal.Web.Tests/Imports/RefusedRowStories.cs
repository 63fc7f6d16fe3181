using CompetencyPortal.Data.Entities;
using CompetencyPortal.Data.Imports;
using CompetencyPortal.Testing.Databases;
using CompetencyPortal.Web.Tests.Hosting;

namespace CompetencyPortal.Web.Tests.Imports;

/// <summary>Files in which something is wrong.</summary>
public sealed class RefusedRowStories(PostgreSqlFixture server) : ImportTest(server)
{
    private const string Bad = """
        reference,customer,product,date,amount,netNew
        I-1,Northwind,crm-online,2026-05-31,60000.00,true
        I-2,Nobody,crm-offline,31.02.2026,"1,234.567",perhaps
        I-3,Northwind,crm-online,2026-06-30,-500.00,true
        """;

    [Fact]
    public async Task EveryErrorOfEveryRowIsShownWithItsLineAndColumn_AndNothingIsStored()
    {
        var (organisation, admin) = await BeginAsync();
        await StoreAsync(admin, ImportKind.Customers, CustomersFile);

        var page = await NewImportPage.CheckAsync(admin, ImportKind.Revenue, Bad);

        Assert.Equal(["Refused 1", "Changed 0", "New 2", "Unchanged 0"], page.Outcomes);
        Assert.EndsWith("3", page.Rows[0][0], StringComparison.Ordinal);
        Assert.Equal(["Customer", "Product", "Date of sale", "Amount in US$", "Net new"], page.Remarks.Select(remark => remark.Split(':')[0]));
        Assert.StartsWith("Customer: “Nobody” is none of your customers.", page.Remarks[0], StringComparison.Ordinal);
        Assert.Equal((2, 1, 0, 0, 0), await CountAsync(organisation));
    }

    [Fact]
    public async Task TheRestIsStoredWhereSomebodySaysSo_AndTheFileComesBackWithItsErrors()
    {
        var (organisation, admin) = await BeginAsync();
        await StoreAsync(admin, ImportKind.Customers, CustomersFile);
        var page = await NewImportPage.CheckAsync(admin, ImportKind.Revenue, Bad, "Umsätze 2026.csv");

        var annotated = await Download.OpenAsync(admin, page.Address + "?handler=Annotated");
        var stored = await page.ConfirmAsync();

        Assert.Equal("import-ums-tze-2026.csv", annotated.Name);
        Assert.Equal("reference,customer,product,date,amount,netNew,Result,Errors", annotated.Lines[0]);
        Assert.Equal("I-1,Northwind,crm-online,2026-05-31,60000.00,true,New,", annotated.Lines[1]);
        Assert.StartsWith("I-2,Nobody,crm-offline,31.02.2026,\"1,234.567\",perhaps,Refused,\"Customer: “Nobody”", annotated.Lines[2], StringComparison.Ordinal);
        Assert.Equal("I-3,Northwind,crm-online,2026-06-30,-500.00,true,New,", annotated.Lines[3]);
        Assert.Equal("2 rows of the file are stored.", stored.Message);
        Assert.Equal("1 refused row was left out.", Assert.Single(stored.Notes));
        Assert.Equal((2, 1, 2, 0, 0), await CountAsync(organisation));
    }

    [Fact]
    public async Task TheFileWithItsErrorsCanBeCorrectedAndImportedAsItIs()
    {
        var (_, admin) = await BeginAsync();
        await StoreAsync(admin, ImportKind.Customers, CustomersFile);
        var page = await NewImportPage.CheckAsync(admin, ImportKind.Revenue, Bad);
        var annotated = await Download.OpenAsync(admin, page.Address + "?handler=Annotated");

        var corrected = string.Join("\r\n", annotated.Lines).Replace("Nobody,crm-offline,31.02.2026,\"1,234.567\",perhaps", "Northwind,crm-online,2026-06-01,1234.56,false", StringComparison.Ordinal);
        var again = await NewImportPage.CheckAsync(admin, ImportKind.Revenue, corrected);

        Assert.Equal(["Refused 0", "Changed 0", "New 3", "Unchanged 0"], again.Outcomes);
    }

    [Fact]
    public async Task ColumnsThatNobodyKnowsAreNamedByHand()
    {
        var (organisation, admin) = await BeginAsync();
        await StoreAsync(admin, ImportKind.Customers, CustomersFile);

        var columns = await (await admin.OpenAsync<NewImportPage>()).SendAsync<ColumnsPage>(ImportKind.Revenue, "a,b,c,d,e,f\nI-1,Northwind,crm-online,2026-05-31,60000.00,true\n");
        Assert.EndsWith("/columns", columns.Location, StringComparison.Ordinal);
        Assert.Equal(["a", "b", "c", "d", "e", "f"], columns.Headers);
        var incomplete = await columns.SendAsync<ColumnsPage>([ImportColumn.Reference, ImportColumn.Customer, ImportColumn.Product, ImportColumn.Date, null, ImportColumn.NetNew]);
        Assert.Equal("No column is named as Amount in US$. Choose the column that holds it; if there is none, add one to the file.", Assert.Single(incomplete.Errors));
        var twice = await incomplete.SendAsync<ColumnsPage>([ImportColumn.Reference, ImportColumn.Customer, ImportColumn.Product, ImportColumn.Date, ImportColumn.Amount, ImportColumn.Amount]);
        Assert.Equal("Amount in US$ is chosen for more than one column. Choose it once.", twice.Text("#Input_Columns_5_-error"));
        var checking = await twice.SendAsync<ImportPage>([ImportColumn.Reference, ImportColumn.Customer, ImportColumn.Product, ImportColumn.Date, ImportColumn.Amount, ImportColumn.NetNew]);

        Assert.Equal("Stored", (await (await checking.WaitAsync()).ConfirmAsync()).State);
        Assert.Equal((2, 1, 1, 0, 0), await CountAsync(organisation));
    }

    [Fact]
    public async Task AFileOfAnotherCultureIsReadOnceThatIsSaid()
    {
        var (_, admin) = await BeginAsync();
        await StoreAsync(admin, ImportKind.Customers, CustomersFile);
        var page = await NewImportPage.CheckAsync(admin, ImportKind.Revenue, "Client;Product;Date;Amount;Net new\nNorthwind;crm-online;31.05.2026;1.234,50;yes\n");
        Assert.Equal(["Refused 1", "Changed 0", "New 0", "Unchanged 0"], page.Outcomes);
        Assert.Null(page.Find("form[action*=Confirm]"));

        var columns = await ColumnsPage.OpenAsync(page);
        var again = await (await columns.SendAsync<ImportPage>(culture: "de-DE")).WaitAsync();

        Assert.Equal(["Refused 0", "Changed 0", "New 1", "Unchanged 0"], again.Outcomes);
        Assert.Contains("1,234.50", again.Rows[0]);
        Assert.Contains("31 May 2026", again.Rows[0]);
    }

    [Fact]
    public async Task TwoWhoSayHowAFileIsReadSeeEachOther()
    {
        var (_, admin) = await BeginAsync();
        await StoreAsync(admin, ImportKind.Customers, CustomersFile);
        var page = await NewImportPage.CheckAsync(admin, ImportKind.Revenue, "Client;Product;Date;Amount;Net new\nNorthwind;crm-online;31.05.2026;1.234,50;yes\n");
        var (first, second) = (await ColumnsPage.OpenAsync(page), await ColumnsPage.OpenAsync(page));
        await (await first.SendAsync<ImportPage>(culture: "de-DE")).WaitAsync();

        var late = await (await second.SendAsync<ImportPage>(culture: "en-US")).WaitAsync();

        Assert.Contains(late.Notes, note => note.Contains("gone on", StringComparison.Ordinal));
        Assert.Equal(["Refused 0", "Changed 0", "New 1", "Unchanged 0"], late.Outcomes);
    }

    [Fact]
    public async Task AFileThatIsSeparatedOtherwiseCanBeSeparatedAnew()
    {
        var (_, admin) = await BeginAsync();
        var columns = await (await admin.OpenAsync<NewImportPage>()).SendAsync<ColumnsPage>(ImportKind.Customers, "x\ty,z\nN-1\tNorthwind,2\n");

        var anew = await columns.SeparateAsync(columns.Headers.Count is 2 && columns.Headers[0] is "x" ? ImportDelimiter.Comma : ImportDelimiter.Tab);

        Assert.NotEqual(columns.Headers, anew.Headers);
        Assert.Equal(2, anew.Headers.Count);
    }

    [Theory]
    [InlineData(null, "x", "Choose what is in the file.")]
    [InlineData(ImportKind.Revenue, null, "Choose a file.")]
    [InlineData(ImportKind.Revenue, "", "The file has no rows below its header. Choose a file with at least one row.")]
    public async Task WhatIsMissingIsSaid(ImportKind? kind, string? text, string expected)
    {
        var (_, admin) = await BeginAsync();

        var page = await (await admin.OpenAsync<NewImportPage>()).SendAsync<NewImportPage>(kind, text);

        Assert.Equal(expected, Assert.Single(page.Errors));
        Assert.StartsWith("Error: ", page.Title, StringComparison.Ordinal);
    }

    [Fact]
    public async Task WhatIsNoTextIsRefusedAtOnce()
    {
        var (_, admin) = await BeginAsync();
        var form = await admin.OpenAsync<NewImportPage>();

        var page = await form.SendAsync<NewImportPage>(ImportKind.Revenue, [0xFF, 0xFE, (byte)'a', 0, (byte)'b', 0], "book.csv");

        Assert.Contains("UTF-16", page.ErrorOf("Input.File"), StringComparison.Ordinal);
    }
}
