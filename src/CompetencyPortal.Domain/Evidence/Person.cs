using System.Collections.Immutable;

using CompetencyPortal.Domain.Credentials;
using CompetencyPortal.Domain.Revisions;

namespace CompetencyPortal.Domain.Evidence;

/// <summary>One of the partner's people.</summary>
public sealed class Person(string id, string name, EffectivePeriod employment, ImmutableArray<CredentialPass> passes)
{
    /// <summary>The order in which people are taken wherever one could be chosen for another: by name, then id, ordinally.</summary>
    public static Comparison<Person> ByNameThenId { get; } = static (a, b) =>
        string.CompareOrdinal(a.Name, b.Name) is var byName and not 0 ? byName : string.CompareOrdinal(a.Id, b.Id);

    /// <summary>The id, unique within the evidence.</summary>
    public string Id { get; } = id;

    /// <summary>The name.</summary>
    public string Name { get; } = name;

    /// <summary>The days on which the person is employed; a person counts only on these.</summary>
    public EffectivePeriod Employment { get; } = employment;

    /// <summary>What the person passed.</summary>
    public ImmutableArray<CredentialPass> Passes { get; } = passes;

    /// <summary>Whether the person holds <paramref name="code"/> by a pass that counts on <paramref name="asOf"/>.</summary>
    public bool Holds(CredentialCode code, DateOnly asOf)
    {
        foreach (var pass in Passes)
        {
            if (pass.Credential.Code == code && pass.Credential.Counts(pass.PassedOn, asOf))
            {
                return true;
            }
        }

        return false;
    }
}
