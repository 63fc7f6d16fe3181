using CompetencyPortal.Data.Values;

namespace CompetencyPortal.Data.Entities;

/// <summary>A customer of an organisation.</summary>
public sealed class Customer : IPartnerFact, IVersioned
{
    public const int NameLength = 200;

    public Guid Id { get; init; } = Guid.CreateVersion7();

    public required Guid PartnerId { get; init; }

    public required string Name { get; set; }

    /// <summary>The organisation's own code for the customer, unique among its customers; null if it has none.</summary>
    public OwnReference? Code { get; set; }

    /// <summary>What the database holds unique: <see cref="Code"/>, or the row's own key where there is none.</summary>
    public string CodeKey
    {
        get => UniqueKey.Of(Code?.Value, Id);
        private set { }
    }

    public ICollection<CustomerAssociation> Associations { get; } = [];

    public int Version { get; set; }
}
