using CompetencyPortal.Domain.Evidence;

namespace CompetencyPortal.Domain.Tests.Evidence;

public sealed class PartnerEvidenceTests
{
    [Fact]
    public void People_AreOrderedByNameThenIdOrdinally_WhateverOrderTheyWereGivenIn()
    {
        Person[] ordered = [Named("Zoë", "1"), Named("ana", "10"), Named("ana", "9"), Named("ana", "a"), Named("Élise", "0")];
        Testing.Dice.Play(50, dice => Assert.Equal(ordered, Given.Evidence(dice.Shuffled(ordered)).People));
    }

    [Fact]
    public void TwoPeopleOfOneId_AreRefused() =>
        Assert.Throws<ArgumentException>(() => Given.Evidence(Named("Ana", "1"), Named("Ben", "1")));

    [Theory]
    [InlineData("2017-05-31", false)]
    [InlineData("2017-06-01", true)]
    [InlineData("2017-06-02", true)]
    public void Holds_WhenPassedTwice_CountsFromTheEarliest(string asOf, bool holds)
    {
        var ana = new Person("p1", "Ana", default, [Given.Pass("MB2-715", "2017-08-01"), Given.Pass("MB2-715", "2017-06-01")]);
        Assert.Equal(holds, ana.Holds(Given.Code("MB2-715"), Given.Day(asOf)));
        Assert.False(ana.Holds(Given.Code("MB2-716"), Given.Day(asOf)));
    }

    private static Person Named(string name, string id) => new(id, name, default, []);
}
