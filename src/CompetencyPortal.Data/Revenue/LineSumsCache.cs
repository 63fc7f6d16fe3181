using Microsoft.Extensions.Caching.Memory;

namespace CompetencyPortal.Data.Revenue;

/// <summary>
/// Remembers what the lines of a filter come to, by the version of the facts at which it was asked: adding up many lines costs
/// more than finding the few of a page. Time plays no part in it but to make room.
/// </summary>
public sealed class LineSumsCache : IDisposable
{
    private const int Most = 10_000;

    private static readonly TimeSpan Unused = TimeSpan.FromMinutes(20);

    private readonly MemoryCache _sums = new(new MemoryCacheOptions { SizeLimit = Most });

    /// <summary>The sums, added up where they are not remembered.</summary>
    /// <param name="partnerId">The organisation at work.</param>
    /// <param name="factsVersion">
    /// The version of its facts when the request began. What is added up may be newer by then; a request that begins later asks
    /// for a later version.
    /// </param>
    /// <param name="filter">Which lines.</param>
    /// <param name="add">Adds them up.</param>
    public async Task<LineSums> GetAsync(Guid partnerId, long factsVersion, LineFilter filter, Func<Task<LineSums>> add)
    {
        var key = (partnerId, factsVersion, filter);
        if (_sums.TryGetValue(key, out LineSums? known))
        {
            return known!;
        }

        var sums = await add();
        return _sums.Set(key, sums, new MemoryCacheEntryOptions { Size = 1, SlidingExpiration = Unused });
    }

    /// <inheritdoc/>
    public void Dispose() => _sums.Dispose();
}
