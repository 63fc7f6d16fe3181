using System.Collections.Concurrent;

using CompetencyPortal.Domain.Revisions;

using Microsoft.EntityFrameworkCore;

namespace CompetencyPortal.Data.Rules;

/// <summary>
/// The rulebook of a version, read once and then kept. Revisions are only ever added, each with the version it made, so
/// a version means the same on every node and for ever. Competencies, credentials and products are the built-in ones.
/// </summary>
public sealed class RulebookStore(IDbContextFactory<PortalDbContext> contexts)
{
    private const int Kept = 4;

    private readonly ConcurrentDictionary<long, Lazy<Task<Rulebook>>> _versions = [];

    /// <summary>The rulebook of <paramref name="version"/>, which the session lookup returned.</summary>
    /// <exception cref="InvalidOperationException">A stored revision is not what was published.</exception>
    public async Task<Rulebook> GetAsync(long version, CancellationToken cancellationToken = default)
    {
        // Whoever asks first loads for all who wait, and goes on loading should he himself give up.
        var loading = _versions.GetOrAdd(version, key => new Lazy<Task<Rulebook>>(() => LoadAsync(key)));
        try
        {
            return await loading.Value.WaitAsync(cancellationToken);
        }
        catch when (loading.Value.IsFaulted)
        {
            _versions.TryRemove(KeyValuePair.Create(version, loading));
            throw;
        }
        finally
        {
            ForgetOldVersions();
        }
    }

    private async Task<Rulebook> LoadAsync(long version)
    {
        await using var db = await contexts.CreateDbContextAsync();
        var rows = await db.RuleRevisions.AsNoTracking().Where(row => row.RulebookVersion <= version).ToListAsync();
        var builtIn = BuiltInRulebook.Rulebook;
        var revisions = rows.ToLookup(row => row.CompetencyCode, row => PublishedRevision.Read(row, builtIn), StringComparer.Ordinal);
        return builtIn with
        {
            Competencies = [.. builtIn.Competencies
                .Where(competency => revisions.Contains(competency.Code))
                .Select(competency => competency with { History = new RevisionHistory(revisions[competency.Code]) })],
        };
    }

    private void ForgetOldVersions()
    {
        foreach (var old in _versions.Keys.OrderDescending().Skip(Kept))
        {
            _versions.TryRemove(old, out _);
        }
    }
}
