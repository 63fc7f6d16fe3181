using CompetencyPortal.Domain.Competencies;
using CompetencyPortal.Domain.Evaluation;
using CompetencyPortal.Domain.Requirements;
using CompetencyPortal.Web.Infrastructure;
using CompetencyPortal.Web.Resources;
using Microsoft.Extensions.Localization;

namespace CompetencyPortal.Web.Pages.Options;

/// <summary>A revenue threshold in sentences: what it asks for, and which sales count.</summary>
public sealed class RevenueText(IStringLocalizer<PartnerTexts> texts, Formats formats, EnumText words, AssociationText associations)
{
    public string Title(bool netNewOnly) => netNewOnly ? texts["Requirement.NetNew"].Value : texts["Requirement.Revenue"].Value;

    /// <summary>What a tier asks for; null where no amount is stated. Without leave to see amounts, only whether it is reached.</summary>
    public string? Asks(Tier tier, RevenueView finding) => (finding.Figures, finding.NetNewOnly, finding.Standing) switch
    {
        (_, _, Standing.Undetermined) => null,
        (null, _, Standing.Met) => texts["Rule.Reached", words[tier]].Value,
        (null, _, _) => texts["Rule.NotReached", words[tier]].Value,
        ({ Required: { } required }, true, _) => texts["Rule.NetNew", words[tier], formats.Money(required)].Value,
        ({ Required: { } required }, false, _) => texts["Rule.Revenue", words[tier], formats.Money(required)].Value,
        _ => null,
    };

    /// <summary>Why no answer can be given; null where one is.</summary>
    public string? WhyUndetermined(RevenueView finding) => finding.Standing is Standing.Undetermined ? WhyUndetermined(finding.Market) : null;

    /// <summary>What is true of every sale that counts, in the order in which reasons not to count are asked.</summary>
    public IEnumerable<string> Conditions(ThresholdView threshold) =>
    [
        threshold.Products is [var only] ? texts["Rule.Product", only] : texts["Rule.Products", formats.List(threshold.Products)],
        .. threshold.NetNewOnly ? [texts["Rule.NetNewOnly"].Value] : Array.Empty<string>(),
        threshold.Window.Default switch
        {
            RevenueWindow.TrailingTwelveMonths =>
                texts["Rule.WindowTrailingTwelveMonths", formats.Day(threshold.FirstDay), formats.Day(threshold.LastDay)],
            RevenueWindow.AllTime => texts["Rule.WindowAllTime", formats.Day(threshold.LastDay)],
        },
        threshold.Association is not { } rule ? texts["Rule.AssociationNone"] : rule.Moment.Default switch
        {
            AssociationMoment.AsOf => texts["Rule.AssociationAsOf", associations.AnyOf(rule), formats.Day(threshold.LastDay)],
            AssociationMoment.AtTransaction => texts["Rule.AssociationAtTransaction", associations.AnyOf(rule)],
        },
    ];

    private string WhyUndetermined(Market? market) => market is not { } known
        ? texts["Undetermined.MarketUnknown"]
        : known switch
        {
            Market.Developed => texts["Undetermined.Developed"],
            Market.Developing => texts["Undetermined.Developing"],
        };
}
