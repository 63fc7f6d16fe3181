using CompetencyPortal.Data.Demo;
using CompetencyPortal.Data.Entities;
using CompetencyPortal.Domain.Competencies;
using CompetencyPortal.Domain.Evaluation;
using CompetencyPortal.Domain.Evidence;
using CompetencyPortal.Domain.Revisions.Disagreements;
using CompetencyPortal.Web.Resources;
using Microsoft.Extensions.Localization;

namespace CompetencyPortal.Web.Infrastructure;

/// <summary>The word for an enum's member, from the shared text <c>TypeName.Member</c>.</summary>
public sealed class EnumText(IStringLocalizer<SharedTexts> texts)
{
    /// <summary>Every enum that has words; each member needs a shared text.</summary>
    public static readonly IReadOnlyList<Type> Types =
    [
        typeof(DemoStory),
        typeof(PortalRole),
        typeof(Status),
        typeof(Theme),
        typeof(Tier),
        typeof(Market),
        typeof(AssociationType),
        typeof(LineOutcome),
        typeof(ReadingChoice),
        typeof(DisagreementKind),
    ];

    public string this[Enum value] => texts[$"{value.GetType().Name}.{value}"];

    /// <summary>The market's word, or the words for a country that has none.</summary>
    public string Market(Market? market) => market is { } known ? this[known] : texts["Market.NotClassified"];
}
