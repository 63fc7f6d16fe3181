using System.Collections.Immutable;

using CompetencyPortal.Domain.Competencies;

namespace CompetencyPortal.Domain.Requirements;

/// <summary>An amount of revenue that a partner must reach, and which revenue counts towards it. Source: rulebook, sections 2 and 3.</summary>
public sealed record RevenueThreshold
{
    /// <summary>States the threshold.</summary>
    /// <exception cref="ArgumentException">No product is named, or no tier has amounts.</exception>
    public RevenueThreshold(
        string id,
        ImmutableArray<ProductCode> products,
        bool netNewOnly,
        Reading<RevenueWindow> window,
        AssociationRule? association,
        MarketAmounts? silver,
        MarketAmounts? gold)
    {
        if (products.IsDefaultOrEmpty)
        {
            throw new ArgumentException("A threshold names at least one product.", nameof(products));
        }

        if (silver is null && gold is null)
        {
            throw new ArgumentException("A threshold has amounts for at least one tier.", nameof(silver));
        }

        Id = id;
        Products = products;
        NetNewOnly = netNewOnly;
        Window = window;
        Association = association;
        Silver = silver;
        Gold = gold;
    }

    /// <summary>Its id, stable within the option from revision to revision, such as <c>net-new</c>.</summary>
    public string Id { get; }

    /// <summary>The products whose revenue counts.</summary>
    public ImmutableArray<ProductCode> Products { get; }

    /// <summary>Whether only net new revenue counts.</summary>
    public bool NetNewOnly { get; }

    /// <summary>The days whose revenue counts.</summary>
    public Reading<RevenueWindow> Window { get; }

    /// <summary>The association that lets a customer's revenue count; null if none is needed.</summary>
    public AssociationRule? Association { get; }

    /// <summary>The amounts for Silver; null if the threshold is no part of Silver.</summary>
    public MarketAmounts? Silver { get; init; }

    /// <summary>The amounts for Gold; null if the threshold is no part of Gold.</summary>
    public MarketAmounts? Gold { get; init; }

    /// <summary>The amounts for <paramref name="tier"/>; null if the threshold is no part of it.</summary>
    public MarketAmounts? AmountsFor(Tier tier) => tier switch
    {
        Tier.Silver => Silver,
        Tier.Gold => Gold,
    };

    /// <inheritdoc/>
    public bool Equals(RevenueThreshold? other) =>
        other is not null && Id == other.Id && NetNewOnly == other.NetNewOnly && Window == other.Window && Association == other.Association
        && Silver == other.Silver && Gold == other.Gold && Products.AsSpan().SequenceEqual(other.Products.AsSpan());

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Id, NetNewOnly, Window, Silver, Gold);
}
