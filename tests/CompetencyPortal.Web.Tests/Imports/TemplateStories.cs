using System.Net;

using CompetencyPortal.Data.Entities;
using CompetencyPortal.Testing.Databases;
using CompetencyPortal.Web.Infrastructure;
using CompetencyPortal.Web.Tests.Hosting;

namespace CompetencyPortal.Web.Tests.Imports;

/// <summary>Templates are understood as they are, in every language.</summary>
public sealed class TemplateStories(PostgreSqlFixture server) : ImportTest(server)
{
    [Fact]
    public async Task ATemplateIsImportedAsItIs()
    {
        foreach (var language in PortalCulture.All.Select(culture => culture.Name))
        {
            var organisation = await Portal.AddOrganisationAsync(language);
            var admin = await Portal.SignInAsync(organisation.Admin, language);
            foreach (var kind in new[] { ImportKind.Customers, ImportKind.People, ImportKind.Revenue })
            {
                var template = await Download.OpenAsync(admin, $"/imports/new?handler=Template&kind={kind}");
                Assert.Equal(2, template.Lines.Count);
                var page = await NewImportPage.CheckAsync(admin, kind, string.Join("\r\n", template.Lines));
                Assert.True(page.Find("form[action*=Confirm]") is not null, $"{language} {kind}: {page}");
                Assert.Equal(template.Lines[0].Split(',', ';').Length - (kind is ImportKind.Revenue ? 1 : 0), page.Document.QuerySelectorAll(".table-region thead th").Length - 1);
                if (kind is ImportKind.Customers)
                {
                    await page.ConfirmAsync();
                }
            }
        }
    }

    [Fact]
    public async Task ATemplateFitsTheReadersSpreadsheet()
    {
        var organisation = await Portal.AddOrganisationAsync();

        var french = await Download.OpenAsync(await Portal.SignInAsync(organisation.Admin, "fr"), "/imports/new?handler=Template&kind=Revenue");
        var chinese = await Download.OpenAsync(await Portal.SignInAsync(organisation.Admin, "zh-Hant"), "/imports/new?handler=Template&kind=Revenue");

        Assert.Equal("revenue-template.csv", french.Name);
        Assert.Contains(";Montant en US$;", french.Lines[0], StringComparison.Ordinal);
        Assert.Contains("1234,50", french.Lines[1], StringComparison.Ordinal);
        Assert.Contains("20/11/2026", french.Lines[1], StringComparison.Ordinal);
        Assert.Contains(",1234.50,", chinese.Lines[1], StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.BadRequest, (await (await Portal.SignInAsync(organisation.Admin)).OpenAsync("/imports/new?handler=Template&kind=Cakes")).Status);
    }
}
