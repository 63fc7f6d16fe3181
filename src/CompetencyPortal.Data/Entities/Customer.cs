namespace CompetencyPortal.Data.Entities;

/// <summary>A customer of an organisation.</summary>
public sealed class Customer : IPartnerFact, IVersioned
{
    public const int NameLength = 200;

    public Guid Id { get; init; } = Guid.CreateVersion7();

    public required Guid PartnerId { get; init; }

    public required string Name { get; set; }

    public ICollection<CustomerAssociation> Associations { get; } = [];

    public int Version { get; set; }
}
