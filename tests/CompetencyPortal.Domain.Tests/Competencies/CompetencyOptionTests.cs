using CompetencyPortal.Domain.Competencies;

namespace CompetencyPortal.Domain.Tests.Competencies;

public sealed class CompetencyOptionTests
{
    [Fact]
    public void AnOption_WhoseThresholdsShareAnId_IsRefused() =>
        Assert.Throws<ArgumentException>(() => Given.Option(null, null, Given.Threshold(), Given.Threshold()));

    [Fact]
    public void AnOption_WhoseGoldAsksForNothing_IsRefused() =>
        Assert.Contains("Gold", Assert.Throws<ArgumentException>(() => Given.Option(
            Given.Staffing(Given.Path(Given.Team((1, Given.Holds("MB2-715"))))), null)).Message, StringComparison.Ordinal);

    [Fact]
    public void StaffingFor_GivesEachTierItsOwn()
    {
        var silver = Given.Staffing(Given.Path(Given.Team((5, Given.Holds("MB2-715")))));
        var gold = Given.Staffing(Given.Path(Given.Team((15, Given.Holds("MB2-715")))));
        var option = Given.Option(silver, gold);
        Assert.Same(silver, option.StaffingFor(Tier.Silver));
        Assert.Same(gold, option.StaffingFor(Tier.Gold));
    }
}
