using CompetencyPortal.Data.Countries;
using CompetencyPortal.Data.Entities;

namespace CompetencyPortal.Data.Demo;

/// <summary>One organisation of the demo as it is made up: its accounts and its facts, dated from the day of seeding.</summary>
internal sealed class DemoOrganisation
{
    private readonly DemoDice _dice;

    public DemoOrganisation(DemoDice dice, string name, string number, string country)
    {
        _dice = dice;
        Partner = new Partner
        {
            Id = dice.Key(),
            Name = name,
            PartnerNumber = PartnerNumber.Parse(number),
            CountryCode = CountryCode.Parse(country),
        };
        Rows.Add(Partner);
    }

    public Partner Partner { get; }

    /// <summary>Everything to be stored, in order of making.</summary>
    public List<object> Rows { get; } = [];

    public void Account(string name, string email, PortalRole role, bool maySeeAmounts = true) =>
        Rows.Add(DemoAccount.Create(_dice, name, email, role, Partner.Id, maySeeAmounts));
}
