using CompetencyPortal.Domain.Requirements;
using CompetencyPortal.Web.Infrastructure;
using CompetencyPortal.Web.Resources;
using Microsoft.Extensions.Localization;

namespace CompetencyPortal.Web.Pages.Options;

/// <summary>The association types of a rule, of which any one is enough.</summary>
public sealed class AssociationText(IStringLocalizer<PartnerTexts> texts, Formats formats, EnumText words)
{
    public string AnyOf(AssociationRule rule)
    {
        var names = rule.AnyOf.Select(type => words[type]).ToList();
        return names is [var only] ? only : texts["List.Or", formats.List(names[..^1]), names[^1]];
    }
}
