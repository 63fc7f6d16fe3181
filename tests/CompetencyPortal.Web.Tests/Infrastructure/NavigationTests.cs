using CompetencyPortal.Web.Infrastructure;

namespace CompetencyPortal.Web.Tests.Infrastructure;

public sealed class NavigationTests
{
    private static readonly IReadOnlyList<Navigation> Places =
        [new("/Overview/Index", "Navigation.Overview"), new("/Program/Index", "Navigation.Programme"), new("/Program/Markets/Index", "Navigation.Markets")];

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
