using CompetencyPortal.Domain.Evaluation;
using CompetencyPortal.Domain.Requirements;
using CompetencyPortal.Domain.Revisions;
using CompetencyPortal.Web.Infrastructure;
using CompetencyPortal.Web.Pages.Options;
using CompetencyPortal.Web.Resources;
using Microsoft.Extensions.Localization;

namespace CompetencyPortal.Web.Pages.Program.Rulebook;

/// <summary>Which revenue a threshold counts, in sentences about any partner.</summary>
public sealed class ThresholdText(IStringLocalizer<ProgramTexts> texts, EnumText words, Formats formats, AssociationText associations)
{
    public string Title(RevenueThreshold threshold) => texts[threshold.NetNewOnly ? "Threshold.NetNew" : "Threshold.Total"];

    /// <summary>What is true of a sale that counts.</summary>
    public IEnumerable<string> Sentences(RevenueThreshold threshold)
    {
        var products = BuiltInRulebook.Rulebook.Products;
        yield return texts["Counts.Products", formats.List(threshold.Products.Select(products.NameOf))];
        yield return texts[threshold.NetNewOnly ? "Counts.NetNew" : "Counts.Total"];
        yield return words[ReadingChoices.Of(threshold.Window.Default)];
        if (threshold.Association is { } rule)
        {
            yield return texts["Counts.Association", associations.AnyOf(rule)];
            yield return words[ReadingChoices.Of(rule.Moment.Default)];
        }
        else
        {
            yield return texts["Counts.AnyCustomer"];
        }
    }
}
