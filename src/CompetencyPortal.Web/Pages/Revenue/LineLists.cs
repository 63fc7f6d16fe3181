using CompetencyPortal.Data;
using CompetencyPortal.Data.Revenue;
using CompetencyPortal.Domain.Evaluation;
using CompetencyPortal.Domain.Evidence;
using CompetencyPortal.Domain.Revisions;
using CompetencyPortal.Web.Infrastructure;
using CompetencyPortal.Web.Pages.Options;
using Microsoft.EntityFrameworkCore;

namespace CompetencyPortal.Web.Pages.Revenue;

/// <summary>Opens the list of revenue lines that an address asks for, as its reader may see it.</summary>
public sealed class LineLists(PortalDbContext db, LineSumsCache sums, OwnFacts ownFacts, LineText texts, CurrentUser user, AsOf asOf)
{
    /// <param name="filter">What narrows it.</param>
    /// <param name="threshold">The threshold that the lines are asked about; null for none.</param>
    /// <param name="answer">The answer that narrows it, where a threshold is asked about.</param>
    /// <param name="rulebook">The rulebook.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public async Task<LineList> OpenAsync(
        LineFilter filter, ThresholdChoice? threshold, AnswerAsked? answer, Rulebook rulebook, CancellationToken cancellationToken)
    {
        if (threshold is null)
        {
            return new StoredLines(db, filter, sums, user);
        }

        var judged = await ownFacts.JudgeAsync(cancellationToken);
        var finding = FindingOf(judged.Option(threshold.Competency, threshold.Option)!, threshold);
        return new JudgedLines(db, judged.Facts, finding, filter, answer, texts, rulebook.Products, user.MaySeeAmounts);
    }

    /// <summary>The answer for one line alone, by the same rules; null if the organisation has no such line.</summary>
    public async Task<LineAnswer?> JudgeAsync(Guid id, ThresholdChoice threshold, Rulebook rulebook, CancellationToken cancellationToken)
    {
        if (await db.RevenueLines.AsNoTracking().Include(line => line.Customer!.Associations).FirstOrDefaultAsync(line => line.Id == id, cancellationToken) is not { } row)
        {
            return null;
        }

        var customer = new Customer(
            row.CustomerId.ToString(), row.Customer!.Name, [.. row.Customer.Associations.Select(one => new Association(one.Type, EffectivePeriod.Between(one.From, one.Until)))]);
        var line = new RevenueLine(customer, row.Product, row.Date, row.Amount, row.NetNew);
        var revision = rulebook.Competency(threshold.Competency)!.History.InForceOn(asOf.Date)!;
        var standings = Assessor.Assess(new PartnerEvidence("", market: null, [line], []), revision, asOf.Date);
        var finding = FindingOf(standings.Single(option => option.Option.Code == threshold.Option), threshold);
        var (_, _, outcome) = finding.Lines().Single();
        return LineAnswer.Of(finding, line, outcome, texts, rulebook.Products);
    }

    private static RevenueFinding FindingOf(OptionStanding option, ThresholdChoice threshold) =>
        option.Tiers.SelectMany(tier => tier.Revenue).First(finding => finding.Threshold.Id == threshold.Threshold.Id);
}
