using CompetencyPortal.Data.Entities;
using CompetencyPortal.Data.Evidence;

namespace CompetencyPortal.Web.Infrastructure.Members;

/// <summary>What an organisation is, on a day.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Number">The number under which the programme knows it.</param>
/// <param name="Market">Its country and its market on that day.</param>
/// <param name="MembershipAnniversary">The day on which its membership began; null if nobody has entered it.</param>
/// <param name="NextAnniversary">The first day, from that day on, on which it is renewed.</param>
public sealed record OrganisationProfile(string Name, PartnerNumber Number, PartnerMarket Market, DateOnly? MembershipAnniversary, DateOnly? NextAnniversary)
{
    internal static OrganisationProfile Of(Partner partner, IEnumerable<CountryMarket> classifications, DateOnly asOf) => new(
        partner.Name,
        partner.PartnerNumber,
        PartnerMarket.On(partner.CountryCode, partner.MarketOverride, classifications, asOf),
        partner.MembershipAnniversary,
        partner.NextAnniversary(asOf));
}
