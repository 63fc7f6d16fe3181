using System.Collections.Immutable;

namespace CompetencyPortal.Domain.Credentials;

/// <summary>The credentials that the rulebook knows, found by code.</summary>
public sealed class CredentialCatalog
{
    private readonly Dictionary<CredentialCode, int> _index = [];

    /// <summary>Gathers the credentials.</summary>
    /// <exception cref="ArgumentException">Two credentials share a code.</exception>
    public CredentialCatalog(IEnumerable<Credential> credentials)
    {
        All = [.. credentials];
        for (var i = 0; i < All.Length; i++)
        {
            if (!_index.TryAdd(All[i].Code, i))
            {
                throw new ArgumentException($"{All[i].Code} stands twice; a code names one credential.", nameof(credentials));
            }
        }
    }

    /// <summary>Every credential, in document order.</summary>
    public ImmutableArray<Credential> All { get; }

    /// <summary>The credential with <paramref name="code"/>, or null.</summary>
    public Credential? Find(CredentialCode code) => _index.TryGetValue(code, out var index) ? All[index] : null;
}
