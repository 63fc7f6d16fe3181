using CompetencyPortal.Data;
using CompetencyPortal.Data.Countries;
using CompetencyPortal.Data.Entities;
using CompetencyPortal.Data.Evidence;
using CompetencyPortal.Domain.Competencies;
using CompetencyPortal.Domain.Revisions;
using CompetencyPortal.Web.Infrastructure;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace CompetencyPortal.Web.Pages.Program.Markets;

/// <summary>One country: its classifications by date, and the organisations whose market they give.</summary>
public sealed class CountryModel(PortalDbContext db, Countries countries, AsOf asOf) : PageModel
{
    public ViewModel View { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(string country, CancellationToken cancellationToken)
    {
        if (!CountryCode.TryParse(country, out var code))
        {
            return NotFound();
        }

        var classifications = await db.CountryMarkets.AsNoTracking().Where(row => row.CountryCode == code).OrderBy(row => row.EffectiveFrom).ToListAsync(cancellationToken);
        var partners = await db.Partners.AsNoTracking().Where(partner => partner.CountryCode == code).OrderBy(partner => partner.Name).ToListAsync(cancellationToken);
        View = new ViewModel(
            code,
            countries[code],
            CountryMarket.On(classifications, asOf.Date),
            [.. Entries(classifications)],
            [.. partners.Select(partner => new PartnerRow(
                partner.Name, partner.PartnerNumber, PartnerMarket.On(code, partner.MarketOverride, classifications, asOf.Date)))]);
        return Page();
    }

    /// <summary>The classifications, the latest first.</summary>
    private IEnumerable<Entry> Entries(List<CountryMarket> ordered) =>
        ordered.Select((row, index) =>
        {
            var period = EffectivePeriod.HalfOpen(row.EffectiveFrom, index + 1 < ordered.Count ? ordered[index + 1].EffectiveFrom : null);
            return new Entry(row.EffectiveFrom, period.LastDay, row.Market, row.Reason, StatusOf(period));
        }).Reverse();

    private Status StatusOf(EffectivePeriod period) =>
        period.Contains(asOf.Date) ? Status.InForce : asOf.Date < period.From ? Status.Announced : Status.Ended;

    public sealed record ViewModel(
        CountryCode Code, string Name, CountryMarket? InForce, IReadOnlyList<Entry> Entries, IReadOnlyList<PartnerRow> Partners);

    public sealed record Entry(DateOnly From, DateOnly? LastDay, Market? Market, string Reason, Status Status);

    public sealed record PartnerRow(string Name, PartnerNumber Number, PartnerMarket Market);
}
