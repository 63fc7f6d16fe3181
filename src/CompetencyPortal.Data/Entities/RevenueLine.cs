using CompetencyPortal.Data.Values;
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

    /// <summary>US dollars, negative for a credit.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is no amount (<see cref="Money"/>); the database would round it silently.</exception>
    public required decimal Amount
    {
        get;
        set => field = Money.IsValid(value)
            ? value
            : throw new ArgumentOutOfRangeException(nameof(value), value, "An amount has at most two decimals and sixteen digits before them.");
    }

    public required bool NetNew { get; set; }

    /// <summary>What the organisation calls the line, unique among its lines; null if it calls it nothing.</summary>
    public OwnReference? Reference { get; set; }

    /// <summary>What the database holds unique: <see cref="Reference"/>, or the row's own key where there is none.</summary>
    public string ReferenceKey
    {
        get => UniqueKey.Of(Reference?.Value, Id);
        private set { }
    }

    public int Version { get; set; }
}
