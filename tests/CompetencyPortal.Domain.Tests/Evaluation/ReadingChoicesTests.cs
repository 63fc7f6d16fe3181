using CompetencyPortal.Domain.Evaluation;
using CompetencyPortal.Domain.Evidence;
using CompetencyPortal.Domain.Requirements;

namespace CompetencyPortal.Domain.Tests.Evaluation;

public sealed class ReadingChoicesTests
{
    [Fact]
    public void OpenIn_NamesTheReadingThatJudgesAndTheOthers()
    {
        var open = ReadingChoices.OpenIn(
            Given.Reading(RevenueWindow.TrailingTwelveMonths, RevenueWindow.AllTime),
            new AssociationRule([AssociationType.DigitalPartnerOfRecord], Given.Reading(AssociationMoment.AsOf, AssociationMoment.AtTransaction)));

        Assert.Equal(
            [
                new OpenReading(ReadingChoice.WindowTrailingTwelveMonths, [ReadingChoice.WindowAllTime], Given.Day("2017-01-01"), "The page"),
                new OpenReading(ReadingChoice.AssociationAsOf, [ReadingChoice.AssociationAtTransaction], Given.Day("2017-01-01"), "The page"),
            ],
            open);
    }

    [Fact]
    public void OpenIn_WhenTheTextLeavesNothingOpen_IsEmpty() =>
        Assert.Empty(ReadingChoices.OpenIn(Given.Reading(RevenueWindow.AllTime), association: null));
}
