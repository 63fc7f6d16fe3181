using CompetencyPortal.Data.Entities;
using CompetencyPortal.Data.Evidence;
using CompetencyPortal.Domain.Competencies;
using CompetencyPortal.Testing;

namespace CompetencyPortal.Data.Tests.Evidence;

public sealed class PartnerMarketTests
{
    private static readonly DateOnly Day = new(2017, 7, 1);

    private static readonly CountryMarket[] Classifications =
    [
        Rows.CountryMarket("PT", Day, Market.Developed),
        Rows.CountryMarket("PT", Day.AddYears(-1), Market.Developing),
        Rows.CountryMarket("PT", Day.AddYears(1), null),
    ];

    [Theory]
    [InlineData("2016-06-30", null)]
    [InlineData("2016-07-01", Market.Developing)]
    [InlineData("2017-06-30", Market.Developing)]
    [InlineData("2017-07-01", Market.Developed)]
    [InlineData("2018-06-30", Market.Developed)]
    [InlineData("2018-07-01", null)]
    public void On_WhenTheCountryIsClassifiedByDate_IsTheLatestOfTheDay(string day, Market? expected) =>
        Assert.Equal(expected, PartnerMarket.On(null, Classifications, DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture)));

    [Fact]
    public void On_WhenStaffSetAMarket_IsTheirs() => Assert.Equal(Market.Developing, PartnerMarket.On(Market.Developing, Classifications, Day));
}
