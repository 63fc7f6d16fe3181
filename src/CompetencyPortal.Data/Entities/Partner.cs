using CompetencyPortal.Data.Countries;
using CompetencyPortal.Domain.Competencies;

namespace CompetencyPortal.Data.Entities;

/// <summary>A partner organisation.</summary>
public sealed class Partner : IVersioned
{
    public const int NameLength = 200;

    public Guid Id { get; init; } = Guid.CreateVersion7();

    public required string Name { get; set; }

    /// <summary>The number under which the programme knows the organisation; unique.</summary>
    public required PartnerNumber PartnerNumber { get; set; }

    /// <summary>The organisation's country, whose classification gives its market.</summary>
    public required CountryCode CountryCode { get; set; }

    /// <summary>The market that staff set in place of the country's; null leaves the country's.</summary>
    public Market? MarketOverride { get; set; }

    /// <summary>
    /// The day on which the membership in the programme began; it is renewed on the same day of each year (for 29 February:
    /// on 28 February in other years). Null where nobody has entered it.
    /// </summary>
    public DateOnly? MembershipAnniversary { get; set; }

    /// <summary>Raised whenever anything changes that the organisation's standing rests on; standings may be cached by it.</summary>
    public long FactsVersion { get; private set; } = 1;

    public int Version { get; set; }

    /// <summary>The first anniversary of the membership on <paramref name="day"/> or after it; the day it begins, if that is yet to come.</summary>
    public DateOnly? NextAnniversary(DateOnly day)
    {
        if (MembershipAnniversary is not { } began || began >= day)
        {
            return MembershipAnniversary;
        }

        var thisYear = began.AddYears(day.Year - began.Year);
        return thisYear >= day ? thisYear : began.AddYears(day.Year - began.Year + 1);
    }
}
