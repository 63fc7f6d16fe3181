using CompetencyPortal.Domain.Competencies;
using CompetencyPortal.Domain.Credentials;
using CompetencyPortal.Domain.Evaluation;
using CompetencyPortal.Domain.Requirements;

namespace CompetencyPortal.Web.Pages.People;

/// <summary>A slot of a tier, as it concerns a person.</summary>
/// <param name="Competency">The competency's code.</param>
/// <param name="Option">The option.</param>
/// <param name="Tier">The tier.</param>
/// <param name="Finding">The answer to what the tier asks of people.</param>
/// <param name="Slack">How well the slot is filled.</param>
/// <param name="Missing">What the person lacks; null if nothing.</param>
public sealed record PersonPlace(string Competency, CompetencyOption Option, Tier Tier, StaffingFinding Finding, SlotSlack Slack, Criterion? Missing)
{
    public Slot Slot => Finding.Path.Teams[Slack.Team - 1].Slots[Slack.Slot - 1];

    /// <summary>The fewest credentials with which the person would fit.</summary>
    public int CredentialsMissing => Missing is null ? 0 : Fewest(Missing);

    private static int Fewest(Criterion criterion) => criterion switch
    {
        Criterion.AllOf all => all.Parts.Sum(Fewest),
        Criterion.AnyOf any => any.Parts.Min(Fewest),
        _ => 1,
    };
}
