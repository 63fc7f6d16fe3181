using CompetencyPortal.Testing.Databases;
using CompetencyPortal.Web.Tests.Account;
using CompetencyPortal.Web.Tests.Hosting;

namespace CompetencyPortal.Web.Tests.Infrastructure;

/// <summary>How a form says what is wrong with it, on the one form that everybody sees.</summary>
public sealed class FieldTests(PostgreSqlFixture server) : PortalTest(server)
{
    [Fact]
    public async Task AnError_IsSaidInTheSummaryAndByTheField_WhichAreTiedTogether()
    {
        var page = await (await Portal.OpenBrowser().OpenAsync<SignInPage>()).TryAsync("", "");

        var summary = page.Find(".error-summary")!;
        Assert.Equal("alert", summary.GetAttribute("role"));
        Assert.True(summary.HasAttribute("autofocus"));
        Assert.Equal(2, page.Errors.Count);
        Assert.All(summary.QuerySelectorAll("a"), link =>
        {
            var control = page.Find(link.GetAttribute("href")!)!;
            Assert.Equal("true", control.GetAttribute("aria-invalid"));
            Assert.Equal(link.TextContent, page.Text($"#{control.GetAttribute("aria-describedby")}"));
            Assert.NotNull(page.Find($"label[for={control.Id}]"));
        });
    }

    [Fact]
    public async Task AFieldThatIsRight_IsNotDescribed()
    {
        var page = await Portal.OpenBrowser().OpenAsync<SignInPage>();

        Assert.Null(page.Find(".error-summary"));
        Assert.Null(page.Find("[aria-invalid], [aria-describedby]"));
        Assert.DoesNotContain("Error", page.Title, StringComparison.Ordinal);
    }
}
