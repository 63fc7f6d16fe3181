using CompetencyPortal.Domain.Revisions;

using Microsoft.Extensions.Caching.Memory;
using Microsoft.Extensions.Options;

namespace CompetencyPortal.Data.Evidence;

/// <summary>
/// Remembers the evidence that was loaded, and how it was judged, by all that it rests on (<see cref="StandingKey"/>): what is
/// remembered is never wrong, on any node, and time plays no part in it but to make room.
/// </summary>
public sealed class StandingCache(IOptions<StandingCacheOptions> options) : IDisposable
{
    private static readonly TimeSpan Unused = TimeSpan.FromMinutes(20);

    private readonly MemoryCache _judged = new(new MemoryCacheOptions { SizeLimit = options.Value.CachedRows });

    /// <summary>The evidence for <paramref name="key"/>, or a newer one where the facts have changed since the key was read.</summary>
    /// <param name="key">What the request knew as it began.</param>
    /// <param name="rulebook">The rulebook of the key's version.</param>
    /// <param name="query">Loads the evidence where it is not remembered.</param>
    /// <param name="cancellationToken">Ends the query.</param>
    public async Task<JudgedEvidence> GetAsync(StandingKey key, Rulebook rulebook, PartnerEvidenceQuery query, CancellationToken cancellationToken = default)
    {
        if (_judged.TryGetValue(key, out JudgedEvidence? known))
        {
            return known!;
        }

        var facts = await query.LoadAsync(key.PartnerId, key.AsOf, rulebook.Credentials, cancellationToken);
        var judged = new JudgedEvidence(facts, rulebook, key.AsOf);

        // A country classified since the request began belongs to a later rulebook than the key's; that is not remembered.
        if (facts.RulebookVersion == key.RulebookVersion)
        {
            var entry = new MemoryCacheEntryOptions { Size = RowsOf(facts), SlidingExpiration = Unused };
            _judged.Set(key with { FactsVersion = facts.FactsVersion }, judged, entry);
        }

        return judged;
    }

    /// <inheritdoc/>
    public void Dispose() => _judged.Dispose();

    private static long RowsOf(LoadedEvidence facts) => 1 + facts.Evidence.Revenue.Length + facts.Evidence.People.Sum(person => 1 + person.Passes.Length);
}
