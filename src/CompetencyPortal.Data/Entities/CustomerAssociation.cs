using CompetencyPortal.Domain.Evidence;

namespace CompetencyPortal.Data.Entities;

/// <summary>An association between the organisation and one of its customers. Associations may overlap.</summary>
public sealed class CustomerAssociation : IPartnerFact, IVersioned
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public required Guid PartnerId { get; init; }

    public required Guid CustomerId { get; init; }

    public Customer? Customer { get; init; }

    public required AssociationType Type { get; set; }

    /// <summary>The first day; null if it has always been.</summary>
    public DateOnly? From { get; set; }

    /// <summary>The last day, inclusive; null if it has no end.</summary>
    public DateOnly? Until { get; set; }

    public int Version { get; set; }
}
