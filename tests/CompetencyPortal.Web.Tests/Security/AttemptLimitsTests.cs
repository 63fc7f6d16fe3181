using CompetencyPortal.Web.Infrastructure.RateLimits;

namespace CompetencyPortal.Web.Tests.Security;

/// <summary>Attempts are counted within the window, and memory is bounded.</summary>
public sealed class AttemptLimitsTests
{
    [Fact]
    public async Task MayTry_WhenTheWindowHasPassed_CountsAnew()
    {
        var window = TimeSpan.FromSeconds(2);
        using var limits = Limits(new() { Attempts = 2, Window = window });
        Assert.True(limits.MayTry("Ada", out _));
        Assert.True(limits.MayTry(" ada", out _));
        Assert.False(limits.MayTry("ADA", out var refusal));
        Assert.IsType<TooManyAttempts>(refusal);
        Assert.True(limits.MayTry("grace", out _));

        await Task.Delay(1.5 * window, TimeProvider.System, TestContext.Current.CancellationToken);
        Assert.True(limits.MayTry("ada", out _));
    }

    [Fact]
    public void MayTry_OnEndlesslyManyAccounts_TakesNoMoreMemory()
    {
        using var limits = Limits(new());
        Try(200_000);
        var before = GC.GetTotalMemory(forceFullCollection: true);
        Try(400_000);
        Assert.InRange(GC.GetTotalMemory(forceFullCollection: true) - before, long.MinValue, 8_000_000);

        void Try(int times)
        {
            for (var i = 0; i < times; i++)
            {
                limits.MayTry($"{times}-{i}@programme.example", out _);
            }
        }
    }

    [Theory]
    [InlineData(0, 60)]
    [InlineData(10, 0)]
    public void Options_ThatWouldLetNobodyOrEverybodyIn_AreNotSensible(int attempts, int seconds) =>
        Assert.False(new AttemptLimitOptions { Attempts = attempts, Window = TimeSpan.FromSeconds(seconds) }.AreSensible);

    [Fact]
    public void Options_ByDefault_AllowTenAttemptsInAMinute() =>
        Assert.Equal((10, TimeSpan.FromMinutes(1)), (new AttemptLimitOptions().Attempts, new AttemptLimitOptions().Window));

    private static AttemptLimits Limits(AttemptLimitOptions options) => new(Microsoft.Extensions.Options.Options.Create(options));
}
