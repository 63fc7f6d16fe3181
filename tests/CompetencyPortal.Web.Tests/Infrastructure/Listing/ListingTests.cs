using CompetencyPortal.Web.Infrastructure.Listing;

namespace CompetencyPortal.Web.Tests.Infrastructure.Listing;

public sealed class ListingTests
{
    [Theory]
    [InlineData(null, 1)]
    [InlineData(0, 1)]
    [InlineData(2, 2)]
    [InlineData(3, 3)]
    [InlineData(99, 3)]
    public void In_WhenThePageIsBeyondTheList_MeansTheNearest(int? asked, int expected) =>
        Assert.Equal(expected, Paging.In(2 * Paging.Size + 1, asked).Number);

    [Fact]
    public void Of_TheLastPage_HoldsTheRest()
    {
        var rows = Enumerable.Range(1, Paging.Size + 3).ToList();

        var last = Paging.In(rows.Count, 2);

        Assert.Equal([51, 52, 53], last.Of(rows));
        Assert.Equal((51, 53), (last.FirstRow, last.LastRow));
    }

    [Fact]
    public void In_AnEmptyList_IsOneEmptyPage() => Assert.Equal((1, 0, 0), (Paging.In(0, null).Last, Paging.In(0, null).FirstRow, Paging.In(0, null).LastRow));

    [Theory]
    [InlineData(null, "name")]
    [InlineData("-day", "-day")]
    [InlineData("password", "name")]
    public void Of_WhenTheColumnIsUnknown_SortsByTheFirst(string? asked, string expected) =>
        Assert.Equal(expected, SortOrder.Of(asked, "name", "day").ToString());

    [Theory]
    [InlineData(null, "-day")]
    [InlineData("day", "day")]
    [InlineData("-name", "-name")]
    [InlineData("password", "-day")]
    public void Of_WhenTheFirstColumnIsDescending_SortsSoByDefault(string? asked, string expected) =>
        Assert.Equal(expected, SortOrder.Of(asked, "-day", "name").ToString());
}
