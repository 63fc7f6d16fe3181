using CompetencyPortal.Data.Countries;
using CompetencyPortal.Data.Entities;
using CompetencyPortal.Data.Evidence;
using CompetencyPortal.Domain.Competencies;
using CompetencyPortal.Testing;

namespace CompetencyPortal.Data.Tests.Evidence;

public sealed class PartnerMarketTests
{
    private static readonly CountryCode Portugal = CountryCode.Parse("PT");

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
        Assert.Equal(expected, PartnerMarket.On(Portugal, null, Classifications, DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture)).Market);

    [Fact]
    public void On_WhenStaffSetAMarket_IsTheirs() =>
        Assert.Equal(new PartnerMarket(Market.Developing, Portugal, IsOverride: true, null), PartnerMarket.On(Portugal, Market.Developing, Classifications, Day));

    [Fact]
    public void On_WhenTheCountryIsClassified_SaysSinceWhen() =>
        Assert.Equal(new PartnerMarket(Market.Developed, Portugal, IsOverride: false, Day), PartnerMarket.On(Portugal, null, Classifications, Day.AddDays(1)));
}
