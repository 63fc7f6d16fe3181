using CompetencyPortal.Data.Entities;
using CompetencyPortal.Domain.Evidence;

using static CompetencyPortal.Data.Demo.DemoProducts;

using Customer = CompetencyPortal.Data.Entities.Customer;

namespace CompetencyPortal.Data.Demo;

/// <summary>Contoso has 200 people and 5,000 revenue lines over three years, and holds Gold for every option.</summary>
internal static class LargePartner
{
    public const string Number = "4000042";
    public const int People = 200;
    public const int Lines = 5000;

    private const int Customers = 140;

    private static readonly string[] Products =
        [CrmOnline, CrmOnline, CustomerEngagement, CustomerEngagement, CustomerEngagement, Plan2, Plan2, Operations, Operations, Ax2012];

    /// <summary>What people of a kind have passed; the last kinds are on their way.</summary>
    private static readonly string[][] Profiles =
    [
        ["MB2-715", "MB2-716", "MB2-717"],
        ["MB2-715", "MB2-716", "MB2-718"],
        ["MB2-715", "MB2-716", "MB2-717", "MB2-718", "MB2-877"],
        ["MB6-890", "MB6-892", "MB6-893", "70-764"],
        ["MB2-707", "MB2-710", "MB2-714"],
        ["MB2-706", "MB2-712", "MB2-713"],
        ["MB2-715", "MB2-716"],
        ["MB6-890", "70-764"],
        ["MB2-718"],
        [],
    ];

    public static DemoOrganisation Create(DemoDice dice, DateOnly today)
    {
        var contoso = new DemoOrganisation(dice, today, "Contoso Global Services", Number, "US", new DateOnly(2009, 7, 1));
        contoso.Account("Grace Adeyemi", "grace.adeyemi@contoso.example", PortalRole.PartnerAdmin);
        contoso.Account("Daniel Kowalczyk", "daniel.kowalczyk@contoso.example", PortalRole.PartnerMember);
        AddRevenue(contoso, dice);
        AddPeople(contoso, dice);
        return contoso;
    }

    private static void AddRevenue(DemoOrganisation contoso, DemoDice dice)
    {
        var customers = DemoNames.Companies(dice).Take(Customers).Select(name => AddCustomer(contoso, dice, name)).ToList();
        for (var i = 0; i < Lines; i++)
        {
            var amount = dice.Chance(2) ? -dice.Between(5_000, 90_000) : dice.Between(12_000, 980_000);
            contoso.Sale(dice.Pick(customers), dice.Pick(Products), dice.Between(0, 1095), amount / 100m, netNew: dice.Chance(55));
        }
    }

    private static Customer AddCustomer(DemoOrganisation contoso, DemoDice dice, string name)
    {
        var since = dice.Between(250, 2000);
        switch (dice.Between(1, 20))
        {
            case 1:
                return contoso.Customer(name, sinceDaysAgo: null);
            case 2:
                var transacting = contoso.Customer(name, sinceDaysAgo: null);
                contoso.Associate(transacting, AssociationType.TransactingPartner, since);
                return transacting;
            case 3:
                var ended = contoso.Customer(name, sinceDaysAgo: null);
                contoso.Associate(ended, AssociationType.DigitalPartnerOfRecord, since, untilDaysAgo: dice.Between(10, 200));
                return ended;
            default:
                return contoso.Customer(name, since);
        }
    }

    private static void AddPeople(DemoOrganisation contoso, DemoDice dice)
    {
        var index = 0;
        foreach (var name in DemoNames.People(dice).Take(People))
        {
            var person = contoso.Person(name, dice.Between(700, 4200), Profiles[index++ % Profiles.Length]);
            if (dice.Chance(4) && person.From is { } joined)
            {
                person.Until = joined.AddDays(dice.Between(650, 4600));
            }
        }
    }
}
