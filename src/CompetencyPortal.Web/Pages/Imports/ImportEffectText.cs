using CompetencyPortal.Data.Imports.Effects;
using CompetencyPortal.Domain.Competencies;
using CompetencyPortal.Domain.Revisions;
using CompetencyPortal.Web.Infrastructure;
using CompetencyPortal.Web.Pages.Options;
using CompetencyPortal.Web.Resources;
using Microsoft.Extensions.Localization;

namespace CompetencyPortal.Web.Pages.Imports;

/// <summary>What storing an import would do to the organisation's standings, option by option, in sentences and figures.</summary>
public sealed class ImportEffectText(IStringLocalizer<ImportTexts> texts, RevenueText revenue, EnumText words, Formats formats, CurrentUser reader)
{
    /// <summary>The options of which something changes: those with another tier first.</summary>
    public IReadOnlyList<ImportEffectView> Of(ImportEffect effect, Rulebook rulebook) =>
        [.. effect.Changing.OrderBy(option => option.Before == option.After).Select(option => Of(option, effect.AsOf, rulebook))];

    private ImportEffectView Of(OptionEffect effect, DateOnly asOf, Rulebook rulebook)
    {
        var option = rulebook.Competency(effect.Competency)?.History.InForceOn(asOf)?.Option(effect.Option);
        return new ImportEffectView(
            effect.Competency,
            effect.Option,
            Sentence(effect, option?.Name ?? effect.Option),
            IsWorse: Rank(effect.After) < Rank(effect.Before),
            IsOtherTier: effect.Before != effect.After,
            [.. effect.Figures.Where(figure => figure.Before != figure.After).Where(figure => figure.Threshold is null || reader.MaySeeAmounts).Select(figure => Row(figure, option))]);
    }

    private string Sentence(OptionEffect effect, string option) => (effect.Before, effect.After) switch
    {
        (null, null) => texts["Effect.StaysWithout", option],
        (null, { } after) => texts["Effect.Gains", option, words[after]],
        ({ } before, null) => texts["Effect.Loses", option, words[before]],
        ({ } before, { } after) when before < after => texts["Effect.Rises", option, words[before], words[after]],
        ({ } before, { } after) when before > after => texts["Effect.Falls", option, words[before], words[after]],
        ({ } before, _) => texts["Effect.Stays", option, words[before]],
    };

    private ImportEffectView.Figure Row(RequirementEffect figure, CompetencyOption? option)
    {
        var name = figure.Threshold is { } index && option is not null ? revenue.Title(option.Thresholds[index].NetNewOnly) : texts["Effect.Places"].Value;
        return new ImportEffectView.Figure(
            texts["Effect.OfTier", name, words[figure.Tier]], Value(figure, figure.Before), Value(figure, figure.After), figure.Required is { } required ? Value(figure, required) : "");
    }

    private static int Rank(Tier? tier) => tier is { } attained ? (int)attained : -1;

    private string Value(RequirementEffect figure, decimal value) => figure.Threshold is null ? formats.Number((int)value) : formats.Money(value);
}
