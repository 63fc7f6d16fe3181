using System.Net;

using CompetencyPortal.Data.Entities;
using CompetencyPortal.Testing.Databases;

namespace CompetencyPortal.Web.Tests.Imports;

/// <summary>Who may bring in what, and how much of it.</summary>
public sealed class ImportLimitStories(PostgreSqlFixture server) : ImportTest(server)
{
    protected override IEnumerable<KeyValuePair<string, string?>> Settings => [new("Imports:MaxMegabytes", "1")];

    [Theory]
    [InlineData(1024 * 1024 + 1)]
    [InlineData(3 * 1024 * 1024)]
    public async Task AFileThatIsTooLargeIsRefusedOnTheForm(int size)
    {
        var (_, admin) = await BeginAsync();
        var content = new byte[size];
        Array.Fill(content, (byte)'a');

        var page = await (await admin.OpenAsync<NewImportPage>("?kind=Revenue")).SendAsync<NewImportPage>(kind: null, content);

        Assert.Equal((HttpStatusCode.OK, "The file is larger than 1 MB. Split it, by months for example, and import the parts one after the other."), (page.Status, page.ErrorOf("Input.File")));
        Assert.StartsWith("Error: ", page.Title, StringComparison.Ordinal);
        Assert.Equal("Revenue", page.Form()["Input.Kind"]);
    }

    [Fact]
    public async Task AMemberBringsNothingIn()
    {
        var organisation = await Portal.AddOrganisationAsync();
        var member = await Portal.SignInAsync(organisation.Member);

        foreach (var address in new[] { "/imports", "/imports/new", $"/imports/{Guid.CreateVersion7()}" })
        {
            Assert.Equal(HttpStatusCode.Forbidden, (await member.OpenAsync(address)).Status);
        }

        Assert.Null((await member.OpenAsync("/customers")).Find("a[href^='/imports']"));
    }

    [Fact]
    public async Task AnotherOrganisationsImportIsNotThere()
    {
        var (_, admin) = await BeginAsync();
        var page = await NewImportPage.CheckAsync(admin, ImportKind.Customers, CustomersFile);
        var stranger = await Portal.SignInAsync((await Portal.AddOrganisationAsync("Contoso")).Admin);

        var gone = await stranger.OpenAsync(page.Address);

        Assert.Equal((HttpStatusCode.NotFound, "This import is not here"), (gone.Status, gone.Heading));
        foreach (var address in new[] { page.Address + "/columns", page.Address + "?handler=Annotated", $"/imports/{Guid.CreateVersion7()}/columns", "/imports/nothing/columns" })
        {
            Assert.Equal(HttpStatusCode.NotFound, (await stranger.OpenAsync(address)).Status);
        }

        Assert.Empty((await stranger.OpenAsync("/imports")).Document.QuerySelectorAll("tbody tr"));
    }

    [Fact]
    public async Task AnImportIsForgottenAfterADay()
    {
        var (organisation, admin) = await BeginAsync();
        var page = await NewImportPage.CheckAsync(admin, ImportKind.Customers, CustomersFile);
        Assert.Contains("21 Nov 2026", page.Text("main > p.small:last-of-type"), StringComparison.Ordinal);

        Portal.Clock.Advance(TimeSpan.FromHours(25));
        var later = await Portal.SignInAsync(organisation.Admin);
        var gone = await later.OpenAsync(page.Address);

        Assert.Equal((HttpStatusCode.NotFound, "This import is not here"), (gone.Status, gone.Heading));
        Assert.Equal(HttpStatusCode.NotFound, (await later.OpenAsync(page.Address + "/columns")).Status);
        Assert.NotNull((await later.OpenAsync("/imports")).Find(".empty"));
    }
}
