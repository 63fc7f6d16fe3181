using CompetencyPortal.Domain.Planning;
using CompetencyPortal.Web.Infrastructure;

namespace CompetencyPortal.Web.Pages.People;

/// <summary>How much depends on each of the reader's people, by the requirements in force on the as-of date.</summary>
public sealed class Outlook(OwnFacts ownFacts)
{
    public async Task<OutlookView> LoadAsync(CancellationToken cancellationToken)
    {
        var judged = await ownFacts.JudgeAsync(cancellationToken);
        return new OutlookView(judged.Standings, Departures.Of(judged.Facts.Evidence, judged.Standings, judged.AsOf), judged.AsOf);
    }
}
