using System.Diagnostics.CodeAnalysis;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Options;

namespace CompetencyPortal.Web.Infrastructure.RateLimits;

/// <summary>
/// Counts the attempts at signing in and the like, on each account and from each address, whether an account exists or
/// not. This node counts its own, in memory; the lockout of an account is what all nodes share.
/// </summary>
public sealed class AttemptLimits(IOptions<AttemptLimitOptions> options) : IDisposable
{
    /// <summary>
    /// Keys share this many counters, so that memory has a bound (some 40 MB for each kind, if every one of them is in use)
    /// however many addresses or accounts somebody invents. Which keys share one nobody can foretell.
    /// </summary>
    private const int Counters = 1 << 16;

    private const int Segments = 12;

    private readonly PartitionedRateLimiter<string> _accounts = CreateLimiter(options.Value);
    private readonly PartitionedRateLimiter<string> _addresses = CreateLimiter(options.Value);

    /// <summary>Counts an attempt on an account, before anything about it is looked up.</summary>
    /// <param name="account">What names it, as the form brought it; nothing need be known of it.</param>
    /// <param name="refusal">What the handler is to answer.</param>
    public bool MayTry(string account, [NotNullWhen(false)] out IActionResult? refusal) =>
        Acquire(_accounts, account.Trim().Normalize().ToUpperInvariant(), out refusal);

    /// <summary>Counts an attempt of another kind than signing in, by itself.</summary>
    /// <param name="kind">What is attempted.</param>
    /// <param name="account">What names the account, or who attempts.</param>
    /// <param name="refusal">What the handler is to answer.</param>
    public bool MayTryTo(string kind, string account, [NotNullWhen(false)] out IActionResult? refusal) =>
        MayTry($"{kind} {account.Trim()}", out refusal);

    /// <summary>Counts an attempt of one kind from an address (<see cref="LimitAttemptsAttribute"/> does so for a page).</summary>
    internal bool MayTryFrom(string address, string kind, [NotNullWhen(false)] out IActionResult? refusal) =>
        Acquire(_addresses, $"{kind} {address}", out refusal);

    public void Dispose()
    {
        _accounts.Dispose();
        _addresses.Dispose();
    }

    private static bool Acquire(PartitionedRateLimiter<string> limiter, string key, [NotNullWhen(false)] out IActionResult? refusal)
    {
        using var lease = limiter.AttemptAcquire(key);
        refusal = lease.IsAcquired ? null : new TooManyAttempts(lease.TryGetMetadata(MetadataName.RetryAfter, out var after) ? after : TimeSpan.Zero);
        return lease.IsAcquired;
    }

    private static PartitionedRateLimiter<string> CreateLimiter(AttemptLimitOptions options)
    {
        // An attempt is forgotten when its segment leaves the window, which is up to a segment too early: hence one more.
        var window = new SlidingWindowRateLimiterOptions
        {
            PermitLimit = options.Attempts,
            Window = options.Window / Segments * (Segments + 1),
            SegmentsPerWindow = Segments + 1,
        };
        return PartitionedRateLimiter.Create<string, int>(key =>
            RateLimitPartition.GetSlidingWindowLimiter(string.GetHashCode(key, StringComparison.Ordinal) & (Counters - 1), _ => window));
    }
}
