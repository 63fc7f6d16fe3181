using CompetencyPortal.Domain.Revisions.Disagreements;
using CompetencyPortal.Web.Infrastructure;
using CompetencyPortal.Web.Resources;
using Microsoft.Extensions.Localization;

namespace CompetencyPortal.Web.Pages.Program.Pages;

/// <summary>Puts a disagreement into words of the reader's language.</summary>
public sealed class DisagreementText(IStringLocalizer<ProgramTexts> texts, EnumText words, Formats formats)
{
    /// <summary>What the page says and what the rule is.</summary>
    public string Of(PageDisagreement disagreement)
    {
        var says = Words(disagreement.Says);
        var rule = Words(disagreement.Rule);
        return disagreement.Note is { } note ? Of(note, says, rule, formats.List(disagreement.Credentials.Select(code => code.Value))) : Of(disagreement.Kind, says, rule);
    }

    /// <summary>Which part of the requirements it is about: as much as is known of option, tier, market, threshold and credentials.</summary>
    public IEnumerable<string> Place(PageDisagreement disagreement, Domain.Revisions.Rulebook rulebook)
    {
        var competency = rulebook.Competency(disagreement.Page.Competency);
        var option = competency?.History.Revisions.Select(revision => revision.Option(disagreement.Option ?? "")).LastOrDefault(option => option is not null);
        var threshold = option?.Thresholds.FirstOrDefault(one => one.Id == disagreement.Threshold);
        string?[] parts =
        [
            option?.Name ?? disagreement.Option,
            disagreement.Tier is { } tier ? words[tier] : null,
            disagreement.Market is { } market ? words[market] : null,
            threshold is null ? null : texts[threshold.NetNewOnly ? "Threshold.NetNew" : "Threshold.Total"].Value,
            disagreement.Credentials.IsEmpty ? null : formats.List(disagreement.Credentials.Select(code => code.Value)),
        ];
        return parts.OfType<string>();
    }

    private string Of(DisagreementKind kind, string says, string rule) => texts[kind switch
    {
        DisagreementKind.Amount => "Says.Amount",
        DisagreementKind.Credential => "Says.Credential",
        DisagreementKind.Title => "Says.Title",
        DisagreementKind.Product => "Says.Product",
        DisagreementKind.People or DisagreementKind.Association or DisagreementKind.Date or DisagreementKind.Measure
            or DisagreementKind.Heading or DisagreementKind.Layout or DisagreementKind.Revision => "Says.Value",
    }, says, rule];

    private string Of(DisagreementNote note, string says, string rule, string credentials) => texts[note switch
    {
        DisagreementNote.MarketingForMarket => "Note.MarketingForMarket",
        DisagreementNote.OptionNameShortened => "Note.OptionNameShortened",
        DisagreementNote.NestedUnderPreviousList => "Note.NestedUnderPreviousList",
        DisagreementNote.SamePersonInPlural => "Note.SamePersonInPlural",
        DisagreementNote.EachLeftOut => "Note.EachLeftOut",
        DisagreementNote.AtLeastLeftOut => "Note.AtLeastLeftOut",
        DisagreementNote.ProfitForRevenue => "Note.ProfitForRevenue",
        DisagreementNote.NetLeftOut => "Note.NetLeftOut",
        DisagreementNote.AssociationByProduct => "Note.AssociationByProduct",
        DisagreementNote.CanBeSatFrom => "Note.CanBeSatFrom",
        DisagreementNote.LastSat => "Note.LastSat",
        DisagreementNote.CountsUntil => "Note.CountsUntil",
        DisagreementNote.NotBuiltIn => rule is "" ? "Note.NotBuiltInNoneInForce" : "Note.NotBuiltIn",
    }, says, rule, credentials];

    private string Words(StatedValue? value) => value switch
    {
        StatedValue.Amount amount => formats.Money(amount.Dollars),
        StatedValue.People people => formats.Number(people.Count),
        StatedValue.Credential credential => credential.Code.Value,
        StatedValue.Day day => formats.Day(day.Date),
        StatedValue.Name name => name.Text,
        _ => "",
    };
}
