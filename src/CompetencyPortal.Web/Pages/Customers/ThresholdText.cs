using CompetencyPortal.Web.Infrastructure;
using CompetencyPortal.Web.Pages.Options;
using CompetencyPortal.Web.Resources;
using Microsoft.Extensions.Localization;

namespace CompetencyPortal.Web.Pages.Customers;

/// <summary>What a threshold is called beside those of other options, and what an association would do for it.</summary>
public sealed class ThresholdText(IStringLocalizer<CustomerTexts> texts, Formats formats, EnumText words, RevenueText revenue)
{
    /// <summary>The option, and which of its thresholds where it has several.</summary>
    public string Name(ThresholdChoice choice) => choice.Option.Thresholds.Length is 1
        ? choice.Option.Name
        : texts["Threshold.OfOption", choice.Option.Name, revenue.Title(choice.Threshold.NetNewOnly)];

    /// <summary>An amount that would be added, with its sign.</summary>
    public string Added(decimal amount) => amount < 0 ? formats.Money(amount) : texts["Gain.Added", formats.Money(amount)];

    /// <summary>What would count towards a threshold, and which tier would then be attained.</summary>
    public string Sentence(CustomerGain gain) => string.Join(' ', [
        formats.Count(texts, "Gain.Counts", gain.Gain.Lines, Added(gain.Gain.Amount), Name(gain.Choice)),
        .. (gain.Before, gain.After) switch
        {
            var (before, after) when before == after => Array.Empty<string>(),
            (_, { } after) => [texts["Gain.Attains", gain.Choice.Option.Name, words[after]].Value],
            (_, null) => [texts["Gain.LosesTier", gain.Choice.Option.Name].Value],
        },
    ]);
}
