using CompetencyPortal.Domain.Credentials;

namespace CompetencyPortal.Domain.Tests.Credentials;

public sealed class CredentialTests
{
    private static readonly Credential Marketing =
        new(Given.Code("MB2-709"), "Dynamics CRM Marketing", Given.Day("2015-03-01"), Given.Day("2017-12-31"), Given.Day("2018-12-31"));

    [Theory]
    [InlineData("2015-02-28", false)]
    [InlineData("2015-03-01", true)]
    [InlineData("2017-12-31", true)]
    [InlineData("2018-01-01", false)]
    public void CanBeSatOn_OnItsFirstAndLastDayAndBeyond_IncludesBothDays(string day, bool can) =>
        Assert.Equal(can, Marketing.CanBeSatOn(Given.Day(day)));

    [Theory]
    [InlineData("2018-12-30", true)]
    [InlineData("2018-12-31", true)]
    [InlineData("2019-01-01", false)]
    public void Counts_AroundTheDayItCountsUntil_IncludesThatDay(string asOf, bool counts) =>
        Assert.Equal(counts, Marketing.Counts(Given.Day("2017-06-01"), Given.Day(asOf)));

    [Theory]
    [InlineData("2017-05-31", false)]
    [InlineData("2017-06-01", true)]
    [InlineData("2017-06-02", true)]
    public void Counts_AroundTheDayOfThePass_IncludesThatDay(string asOf, bool counts) =>
        Assert.Equal(counts, Marketing.Counts(Given.Day("2017-06-01"), Given.Day(asOf)));

    [Fact]
    public void AnUndatedCredential_CanBeSatAndCountsOnEveryDay()
    {
        var undated = new Credential(Given.Code("70-764"), "Administering a Microsoft SQL Database Infrastructure");
        Assert.True(undated.CanBeSatOn(DateOnly.MinValue));
        Assert.True(undated.CanBeSatOn(DateOnly.MaxValue));
        Assert.True(undated.Counts(DateOnly.MinValue, DateOnly.MaxValue));
        Assert.True(undated.Counts(DateOnly.MaxValue, DateOnly.MaxValue));
    }

    [Fact]
    public void CredentialCatalog_FindsByCode_AndRefusesOneTwice()
    {
        var catalog = new CredentialCatalog([Marketing]);
        Assert.Same(Marketing, catalog.Find(Given.Code("exam mb2709")));
        Assert.Null(catalog.Find(Given.Code("MB2-710")));
        Assert.Null(catalog.Find(default));
        Assert.Contains("MB2-709 stands twice", Assert.Throws<ArgumentException>(() => new CredentialCatalog([Marketing, Marketing with { Title = "Other" }])).Message, StringComparison.Ordinal);
    }
}
