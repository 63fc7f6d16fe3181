using CompetencyPortal.Data.Entities;
using CompetencyPortal.Domain.Evidence;

using static CompetencyPortal.Data.Demo.DemoProducts;

namespace CompetencyPortal.Data.Demo;

/// <summary>
/// Litware is nearly Silver twice. For Enterprise Customer Engagement its revenue suffices, and one of five people lacks one
/// exam. As Cloud CRM Reseller its people suffice, and US$4,850 are missing, while a sale of US$12,000 does not count
/// because nobody recorded the association with its customer.
/// </summary>
internal static class NearlySilver
{
    public const string Number = "4027815";

    public static DemoOrganisation Create(DemoDice dice, DateOnly today)
    {
        var litware = new DemoOrganisation(dice, today, "Litware Ibérica", Number, "ES", new DateOnly(2016, 12, 5));
        litware.Account("Lucía Herrero", "lucia.herrero@litware.example", PortalRole.PartnerAdmin);
        litware.Account("Iker Etxeberria", "iker.etxeberria@litware.example", PortalRole.PartnerMember);
        AddRevenue(litware);
        AddPeople(litware);
        return litware;
    }

    private static void AddRevenue(DemoOrganisation litware)
    {
        var adventure = litware.Customer("Adventure Works Cycles", 820);
        var wingtip = litware.Customer("Wingtip Toys", 505);
        var relecloud = litware.Customer("Relecloud", 377);
        var margie = litware.Customer("Margie’s Travel", 290);
        var fourthCoffee = litware.Customer("Fourth Coffee", sinceDaysAgo: null);
        litware.Associate(fourthCoffee, AssociationType.TransactingPartner, 340);

        litware.Sale(adventure, CustomerEngagement, 214, 27_500m);
        litware.Sale(adventure, Plan2, 176, 31_000m);
        litware.Sale(adventure, CrmOnline, 240, 14_400m);
        litware.Sale(wingtip, CustomerEngagement, 131, 18_250m);
        litware.Sale(wingtip, CrmOnline, 88, 9_950m);
        litware.Sale(relecloud, Plan2, 63, 15_000m);
        litware.Sale(relecloud, CrmOnline, 150, 12_800m);
        litware.Sale(margie, CustomerEngagement, 44, 12_250m);
        litware.Sale(fourthCoffee, CustomerEngagement, 57, 12_000m);

        litware.Sale(adventure, CrmOnline, 109, 22_600m, netNew: false);
        litware.Sale(wingtip, CustomerEngagement, 471, 19_300m);
        litware.Sale(relecloud, Operations, 36, 6_700m);
    }

    private static void AddPeople(DemoOrganisation litware)
    {
        litware.Person("Marta Iglesias", 1890, "MB2-715", "MB2-716", "MB2-717");
        litware.Person("Joaquín Belmonte", 1460, "MB2-715", "MB2-716", "MB2-718");
        litware.Person("Nerea Zubizarreta", 1275, "MB2-715", "MB2-716", "MB2-717", "MB2-718");
        litware.Person("Andrei Ionescu", 980, "MB2-715", "MB2-716", "MB2-718");
        litware.Person("Carmen Duarte", 720, "MB2-715", "MB2-716");
        litware.Person("Wei-Ling Tseng", 560, "MB2-713");
        litware.Person("Pau Ferrando", 130);
    }
}
