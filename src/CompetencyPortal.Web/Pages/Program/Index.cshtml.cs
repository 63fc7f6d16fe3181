using CompetencyPortal.Data;
using CompetencyPortal.Data.Entities;
using CompetencyPortal.Data.Rules;
using CompetencyPortal.Domain.Competencies;
using CompetencyPortal.Domain.Revisions.Disagreements;
using CompetencyPortal.Web.Infrastructure;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace CompetencyPortal.Web.Pages.Program;

/// <summary>Where programme staff begin: the rulebook as it stands, and what waits for them.</summary>
public sealed class IndexModel(PortalDbContext db, RulebookStore rulebooks, CurrentUser user, AsOf asOf) : PageModel
{
    public ViewModel View { get; private set; } = null!;

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        var rulebook = await rulebooks.GetAsync(user.RulebookVersion, cancellationToken);
        var drafts = await db.RuleDrafts.GroupBy(draft => draft.CompetencyCode)
            .ToDictionaryAsync(competency => competency.Key, competency => competency.Count(), cancellationToken);
        View = new ViewModel(
            [.. rulebook.Competencies.Select(competency => Row(competency, drafts.GetValueOrDefault(competency.Code)))],
            PageDisagreements.BuiltIn.Length,
            PageDisagreements.BuiltIn.Count(disagreement => disagreement.JudgesDifferently),
            await CountUnclassifiedAsync(cancellationToken));
    }

    /// <summary>How many countries with partners are not classified on the as-of date.</summary>
    private async Task<int> CountUnclassifiedAsync(CancellationToken cancellationToken)
    {
        var countries = await db.Partners.Select(partner => partner.CountryCode).Distinct().ToListAsync(cancellationToken);
        var classifications = (await db.CountryMarkets.AsNoTracking().ToListAsync(cancellationToken)).ToLookup(row => row.CountryCode);
        return countries.Count(country => CountryMarket.On(classifications[country], asOf.Date)?.Market is null);
    }

    private CompetencyRow Row(Competency competency, int drafts) => new(
        competency.Code,
        competency.Name,
        competency.History.InForceOn(asOf.Date)?.EffectiveFrom,
        [.. competency.History.Revisions.Select(revision => revision.EffectiveFrom).Where(day => day > asOf.Date)],
        drafts);

    public sealed record ViewModel(IReadOnlyList<CompetencyRow> Competencies, int Disagreements, int JudgingDifferently, int Unclassified);

    /// <param name="Code">The competency's code.</param>
    /// <param name="Name">Its name.</param>
    /// <param name="InForce">The day from which the revision in force judges; null if there is none yet.</param>
    /// <param name="Announced">The days from which later revisions judge.</param>
    /// <param name="Drafts">How many drafts wait.</param>
    public sealed record CompetencyRow(string Code, string Name, DateOnly? InForce, IReadOnlyList<DateOnly> Announced, int Drafts);
}
