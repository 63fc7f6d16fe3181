using CompetencyPortal.Data;
using CompetencyPortal.Data.Revenue;
using CompetencyPortal.Domain.Evaluation;
using CompetencyPortal.Domain.Evidence;
using CompetencyPortal.Web.Infrastructure;
using CompetencyPortal.Web.Pages.Options;
using CompetencyPortal.Web.Resources;
using Microsoft.Extensions.Localization;

namespace CompetencyPortal.Web.Pages.Revenue.Bulk;

public sealed class DeleteModel(
    PortalDbContext db, LineLists lists, BulkLines bulk, LineHistory history, RulebookInForce rulebook, OwnFacts ownFacts, RevenueText words, CurrentUser user,
    AsOf asOf, TimeProvider time, Formats formats, IStringLocalizer<RevenueTexts> texts)
    : BulkModel(db, lists, bulk, history, rulebook, words, user, asOf, time, texts)
{
    /// <summary>The options whose tier would be another without the lines.</summary>
    public IReadOnlyList<TierChange> Effect { get; private set; } = [];

    protected override BulkEdit? EditOf() => null;

    protected override string MessageOf(int lines) => formats.Count(Texts, "Bulk.Deleted", lines);

    protected override async Task LoadAsync(IReadOnlyList<ChosenLine> chosen, CancellationToken cancellationToken)
    {
        var judged = await ownFacts.JudgeAsync(cancellationToken);
        var gone = chosen.Select(line => line.Id).ToHashSet();
        var evidence = judged.Facts.Evidence;
        var rest = new PartnerEvidence(
            evidence.Partner, evidence.Market, [.. evidence.Revenue.Where((_, index) => !gone.Contains(judged.Facts.RevenueIds[index]))], evidence.People);
        Effect = TierChange.Between(judged.Standings, Assessor.Assess(rest, judged.Rulebook, AsOf.Date));
    }
}
