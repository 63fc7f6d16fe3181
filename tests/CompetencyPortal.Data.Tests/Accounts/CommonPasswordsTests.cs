using CompetencyPortal.Data.Accounts;

namespace CompetencyPortal.Data.Tests.Accounts;

public sealed class CommonPasswordsTests
{
    [Fact]
    public void List_HoldsFarMoreThanTheThreeThousandMostCommon() => Assert.InRange(CommonPasswords.Count, 10_000, 100_000);

    [Theory]
    [InlineData("password")]
    [InlineData("PassWord")]
    [InlineData(" password ")]
    [InlineData("12345678")]
    [InlineData("iloveyou")]
    [InlineData("passwordpassword")]
    [InlineData("ｐａｓｓｗｏｒｄ")]
    public void Contain_WhatEverybodyTries_IsThere(string password) => Assert.True(CommonPasswords.Contain(password));

    [Theory]
    [InlineData("seven owls on a wire")]
    [InlineData("passwordpasswordpasswore")]
    [InlineData("")]
    public void Contain_WhatNobodyElseWouldThinkOf_IsNotThere(string password) => Assert.False(CommonPasswords.Contain(password));
}
