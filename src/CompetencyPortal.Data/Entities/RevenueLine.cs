using CompetencyPortal.Domain.Competencies;

namespace CompetencyPortal.Data.Entities;

/// <summary>One sale, or a credit for one, in US dollars.</summary>
public sealed class RevenueLine : IPartnerFact, IVersioned
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public required Guid PartnerId { get; init; }

    public required Guid CustomerId { get; set; }

    public Customer? Customer { get; init; }

    public required ProductCode Product { get; set; }

    /// <summary>The UTC day of the sale.</summary>
    public required DateOnly Date { get; set; }

    /// <summary>See <see cref="Money"/>: at most two decimals, negative for a credit.</summary>
    public required decimal Amount { get; set; }

    public required bool NetNew { get; set; }

    public int Version { get; set; }
}
