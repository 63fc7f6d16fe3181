using CompetencyPortal.Domain.Competencies;
using CompetencyPortal.Domain.Revisions;

namespace CompetencyPortal.Web.Pages.Program.Rulebook;

/// <summary>One amount of a threshold as a form posts it; an empty one is not stated.</summary>
public sealed class AmountInput
{
    public string Option { get; set; } = "";

    public string Threshold { get; set; } = "";

    public Tier Tier { get; set; }

    public Market Market { get; set; }

    public decimal? Amount { get; set; }

    /// <summary>Whether both are about the same amount, whatever it is.</summary>
    public bool IsFor(AmountInput other) => (Option, Threshold, Tier, Market) == (other.Option, other.Threshold, other.Tier, other.Market);

    /// <summary>Every amount that <paramref name="revision"/> has a place for, in document order.</summary>
    public static List<AmountInput> Of(Revision revision) =>
    [
        .. from option in revision.Options
           from threshold in option.Thresholds
           from tier in Enum.GetValues<Tier>()
           let amounts = threshold.AmountsFor(tier)
           where amounts is not null
           from market in Enum.GetValues<Market>()
           select new AmountInput { Option = option.Code, Threshold = threshold.Id, Tier = tier, Market = market, Amount = amounts.In(market) },
    ];
}
