using System.Collections.Immutable;

namespace CompetencyPortal.Domain.Evidence;

/// <summary>A customer of the partner. Equality is identity: a line points to its customer.</summary>
public sealed class Customer(string id, string name, ImmutableArray<Association> associations)
{
    /// <summary>Its id, unique within the evidence.</summary>
    public string Id { get; } = id;

    /// <summary>Its name.</summary>
    public string Name { get; } = name;

    /// <summary>Its associations with the partner.</summary>
    public ImmutableArray<Association> Associations { get; } = associations;

    /// <summary>The same customer with one association more.</summary>
    public Customer With(Association association) => new(Id, Name, Associations.Add(association));
}
