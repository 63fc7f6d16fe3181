using CompetencyPortal.Data.Accounts;

namespace CompetencyPortal.Data.Tests.Accounts;

public sealed class PersonalWordsTests
{
    private static readonly string?[] Known = ["zoe.quill@fabrikam.example", "Zoë Quill-Ångström", "Fabrikam Conseil", null];

    [Theory]
    [InlineData("FABRIKAM-2026!")]
    [InlineData("fabrikamconseil")]
    [InlineData("Quill+Fabrikam!")]
    [InlineData("zoe.quill@fabrikam.example")]
    [InlineData("ångström1905")]
    [InlineData("CompetencyPortal1")]
    [InlineData("fabrikamabc")]
    public void Make_WhatEverybodyKnowsAndHardlyMore_IsGuessed(string password) => Assert.True(PersonalWords.Make(password, Known));

    [Theory]
    [InlineData("Fabrikam’s seven owls")]
    [InlineData("12345 67890 !?")]
    [InlineData("quillwort meadow")]
    [InlineData("fabrikam-abcd")]
    public void Make_WithMoreToGuess_IsNot(string password) => Assert.False(PersonalWords.Make(password, Known));

    [Fact]
    public void Make_OfAChineseName_IsGuessed() => Assert.True(PersonalWords.Make("王小明20261120", "ming@fabrikam.example", "王小明", "虛構顧問"));
}
