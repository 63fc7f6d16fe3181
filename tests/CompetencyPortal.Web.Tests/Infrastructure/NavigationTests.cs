using System.Reflection;

using CompetencyPortal.Web.Infrastructure;

using Microsoft.AspNetCore.Razor.Hosting;

namespace CompetencyPortal.Web.Tests.Infrastructure;

public sealed class NavigationTests
{
    private static readonly IReadOnlyList<Navigation> Places =
        [new("/Overview/Index", "Navigation.Overview"), new("/Program/Index", "Navigation.Programme"), new("/Program/Markets/Index", "Navigation.Markets")];

    [Fact]
    public void EveryPlace_IsAPage()
    {
        var pages = typeof(Program).Assembly.GetCustomAttributes<RazorCompiledItemAttribute>().Select(view => view.Identifier).ToList();

        Assert.NotEmpty(pages);
        Assert.All(Navigation.Partner.Concat(Navigation.Staff), place => Assert.Contains($"/Pages{place.Page}.cshtml", pages));
    }

    [Theory]
    [InlineData("/Program/Markets/Index", null, null, "page")]
    [InlineData("/Program/Markets/Edit", null, null, "true")]
    [InlineData("/Program/Rulebook/Index", null, "true", null)]
    [InlineData("/Program/Index", null, "page", null)]
    [InlineData("/Error", null, null, null)]
    [InlineData(null, null, null, null)]
    public void CurrentOn_MarksThePageItself_OrTheNearestPlaceAboveIt(string? here, params string?[] expected) =>
        Assert.Equal(expected, Places.Select(place => place.CurrentOn(here, Places)));
}
