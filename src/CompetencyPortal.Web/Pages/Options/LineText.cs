using CompetencyPortal.Domain.Competencies;
using CompetencyPortal.Domain.Evaluation;
using CompetencyPortal.Domain.Evidence;
using CompetencyPortal.Web.Infrastructure;
using CompetencyPortal.Web.Resources;
using Microsoft.Extensions.Localization;

namespace CompetencyPortal.Web.Pages.Options;

/// <summary>Says on a revenue line why it counts towards a threshold or does not.</summary>
public sealed class LineText(IStringLocalizer<PartnerTexts> texts, Formats formats, AssociationText associations, AsOf asOf)
{
    public string Reason(RevenueFinding finding, RevenueLine line, LineOutcome outcome, ProductCatalog products) => outcome switch
    {
        LineOutcome.Counted => texts["Reason.Counted"],
        LineOutcome.Product => texts["Reason.Product", products.NameOf(line.Product)],
        LineOutcome.NetNew => texts["Reason.NetNew"],
        LineOutcome.Window when line.Date > asOf.Date => texts["Reason.TooLate", formats.Day(asOf.Date)],
        LineOutcome.Window => texts["Reason.TooEarly", formats.Day(finding.WindowFirstDay)],
        LineOutcome.Association => NotAssociated(finding, line),
    };

    private string NotAssociated(RevenueFinding finding, RevenueLine line)
    {
        var (day, nearest) = finding.AssociationOf(line);
        var types = associations.AnyOf(finding.Threshold.Association!);
        return nearest?.Period switch
        {
            { LastDay: { } last } when last < day => texts["Reason.AssociationEnded", line.Customer.Name, types, formats.Day(last), formats.Day(day)],
            { From: { } first } => texts["Reason.AssociationComing", line.Customer.Name, types, formats.Day(first), formats.Day(day)],
            _ => texts["Reason.NeverAssociated", line.Customer.Name, types],
        };
    }
}
