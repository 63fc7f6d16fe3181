using CompetencyPortal.Data;
using CompetencyPortal.Data.Countries;
using CompetencyPortal.Data.Entities;
using CompetencyPortal.Data.Evidence;
using CompetencyPortal.Web.Infrastructure;
using CompetencyPortal.Web.Infrastructure.Listing;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace CompetencyPortal.Web.Pages.Program.Partners;

/// <summary>Every partner organisation.</summary>
public sealed class IndexModel(PortalDbContext db, CurrentUser current, AsOf asOf) : ListModel
{
    /// <summary>The country that partners must be in; any if null.</summary>
    [FromQuery(Name = "country")]
    public string? CountryAsked { get; set; }

    /// <summary>Whether only partners are listed that have no admin.</summary>
    [FromQuery(Name = "withoutAdmin")]
    public bool WithoutAdmin { get; set; }

    public ViewModel View { get; private set; } = null!;

    public bool IsAdmin => current.Role is PortalRole.ProgrammeAdmin;

    public CountryCode? Country => CountryCode.TryParse(CountryAsked, out var code) ? code : null;

    public bool IsFiltered => Search is not null || Country is not null || WithoutAdmin;

    private SortOrder Order => SortOrder.Of(SortAsked, "name", "number", "anniversary", "admins", "invitations");

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        var partners = Filtered();
        var paging = Paging.In(await partners.CountAsync(cancellationToken), PageAsked);
        var rows = await Rows(paging.Of(Sorted(partners))).ToListAsync(cancellationToken);
        var countries = rows.Select(row => row.Country).Distinct().ToList();
        var classifications = await db.CountryMarkets.AsNoTracking().Where(row => countries.Contains(row.CountryCode)).ToListAsync(cancellationToken);
        View = new ViewModel([.. Judged(rows, classifications)], Order, paging);
    }

    public async Task<CsvResult> OnGetExportAsync(CancellationToken cancellationToken)
    {
        var classifications = await db.CountryMarkets.AsNoTracking().ToListAsync(cancellationToken);
        var rows = await Rows(Sorted(Filtered())).ToListAsync(cancellationToken);
        return new CsvResult(
            $"partners-{asOf.Iso}",
            ["partner", "number", "country", "market", "marketSetByStaff", "anniversary", "admins", "invitations"],
            Judged(rows, classifications).Select(Line).ToAsyncEnumerable());
    }

    private static IReadOnlyList<object?> Line(JudgedRow one) =>
        [one.Row.Name, one.Row.Number.Value, one.Row.Country.Value, one.Market.Market, one.Market.IsOverride, one.Row.Anniversary, one.Row.Admins, one.Row.Invitations];

    private IEnumerable<JudgedRow> Judged(IEnumerable<Row> rows, IEnumerable<CountryMarket> classifications)
    {
        var byCountry = classifications.ToLookup(one => one.CountryCode);
        return rows.Select(row => new JudgedRow(row, PartnerMarket.On(row.Country, row.MarketOverride, byCountry[row.Country], asOf.Date)));
    }

    private IQueryable<Partner> Filtered()
    {
        var partners = db.Partners.AsNoTracking();
        if (Search is { } search)
        {
            partners = PartnerNumber.TryParse(search, out var number)
                ? partners.Where(partner => partner.PartnerNumber == number).Union(partners.Containing(partner => partner.Name, search))
                : partners.Containing(partner => partner.Name, search);
        }

        if (Country is { } country)
        {
            partners = partners.Where(partner => partner.CountryCode == country);
        }

        return WithoutAdmin ? partners.Where(partner => !db.Users.Any(user => user.PartnerId == partner.Id && user.Role == PortalRole.PartnerAdmin)) : partners;
    }

    private IQueryable<Partner> Sorted(IQueryable<Partner> partners)
    {
        var sorted = Order.Column switch
        {
            "number" => Order.Sort(partners, partner => partner.PartnerNumber),
            "anniversary" => Order.Sort(partners, partner => partner.MembershipAnniversary),
            "admins" => Order.Sort(partners, partner => db.Users.Count(user => user.PartnerId == partner.Id && user.Role == PortalRole.PartnerAdmin)),
            "invitations" => Order.Sort(partners, partner => db.Invitations.Count(row => row.PartnerId == partner.Id)),
            _ => Order.Sort(partners, partner => partner.Name),
        };
        return sorted.ThenBy(partner => partner.Name).ThenBy(partner => partner.Id);
    }

    private IQueryable<Row> Rows(IQueryable<Partner> partners) => partners.Select(partner => new Row(
        partner.Name,
        partner.PartnerNumber,
        partner.CountryCode,
        partner.MarketOverride,
        partner.MembershipAnniversary,
        db.Users.Count(user => user.PartnerId == partner.Id && user.Role == PortalRole.PartnerAdmin),
        db.Invitations.Count(row => row.PartnerId == partner.Id)));

    public sealed record ViewModel(IReadOnlyList<JudgedRow> Partners, SortOrder Order, Paging Paging);

    /// <summary>A partner, and its market on the as-of date.</summary>
    public sealed record JudgedRow(Row Row, PartnerMarket Market);

    public sealed record Row(
        string Name, PartnerNumber Number, CountryCode Country, Domain.Competencies.Market? MarketOverride, DateOnly? Anniversary, int Admins, int Invitations);
}
