using CompetencyPortal.Domain.Competencies;

namespace CompetencyPortal.Domain.Requirements;

/// <summary>The amounts of one threshold for one tier, in US dollars; null where the requirements do not state one for the market.</summary>
public sealed record MarketAmounts
{
    /// <summary>States the amounts.</summary>
    /// <exception cref="ArgumentOutOfRangeException">An amount is negative or no valid amount (see <see cref="Money"/>).</exception>
    public MarketAmounts(decimal? developed, decimal? developing)
    {
        Developed = Checked(developed);
        Developing = Checked(developing);
    }

    /// <summary>The amount in developed markets.</summary>
    public decimal? Developed { get; }

    /// <summary>The amount in developing markets.</summary>
    public decimal? Developing { get; }

    /// <summary>The amount in <paramref name="market"/>, or null where none is stated.</summary>
    public decimal? In(Market market) => market switch
    {
        Market.Developed => Developed,
        Market.Developing => Developing,
    };

    private static decimal? Checked(decimal? amount) => amount is not { } stated || (stated >= 0 && Money.IsValid(stated))
        ? amount
        : throw new ArgumentOutOfRangeException(nameof(amount), amount, "A threshold is an amount of zero or more with at most two decimals.");
}
