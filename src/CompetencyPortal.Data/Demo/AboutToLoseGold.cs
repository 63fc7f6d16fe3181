using CompetencyPortal.Data.Entities;

using static CompetencyPortal.Data.Demo.DemoProducts;

namespace CompetencyPortal.Data.Demo;

/// <summary>
/// Fabrikam holds Gold as Cloud CRM Reseller with US$318,400, of which one sale of US$64,000 leaves the trailing twelve
/// months in 37 days; nothing else moves for two months. Its Silver for Enterprise Customer Engagement is safe.
/// </summary>
internal static class AboutToLoseGold
{
    public const string Number = "4011723";
    public const int DaysLeft = 37;

    public static DemoOrganisation Create(DemoDice dice, DateOnly today)
    {
        var fabrikam = new DemoOrganisation(dice, today, "Fabrikam Conseil", Number, "FR", new DateOnly(2012, 2, 29));
        fabrikam.Account("Claire Fontaine", "claire.fontaine@fabrikam.example", PortalRole.PartnerAdmin);
        fabrikam.Account("Youssef Amrani", "youssef.amrani@fabrikam.example", PortalRole.PartnerMember, maySeeAmounts: false);
        fabrikam.Invitation("Léa Garnier", "lea.garnier@fabrikam.example");
        AddRevenue(fabrikam, today);
        AddPeople(fabrikam);
        return fabrikam;
    }

    private static void AddRevenue(DemoOrganisation fabrikam, DateOnly today)
    {
        var northwind = fabrikam.Customer("Northwind Traders", 1210);
        var lucerne = fabrikam.Customer("Lucerne Publishing", 940);
        var vanArsdel = fabrikam.Customer("VanArsdel", 655);
        var proseware = fabrikam.Customer("Proseware", 410);
        var coho = fabrikam.Customer("Coho Vineyard", 388);

        // The last day on which it counts is the day before its first anniversary.
        fabrikam.Sale(northwind, CustomerEngagement, today.AddDays(DaysLeft).AddYears(-1), 64_000m);

        fabrikam.Sale(northwind, CustomerEngagement, 192, 38_500m);
        fabrikam.Sale(northwind, CrmOnline, 118, 21_400m);
        fabrikam.Sale(lucerne, CustomerEngagement, 268, 52_250m);
        fabrikam.Sale(lucerne, CrmOnline, 231, 18_900m);
        fabrikam.Sale(vanArsdel, CustomerEngagement, 205, 41_750m);
        fabrikam.Sale(vanArsdel, CustomerEngagement, 84, 33_500m);
        fabrikam.Sale(proseware, CrmOnline, 147, 29_600m);
        fabrikam.Sale(proseware, CustomerEngagement, 61, 12_000m);
        fabrikam.Sale(coho, CrmOnline, 33, 8_500m);
        fabrikam.Sale(coho, CustomerEngagement, 29, -2_000m);

        // What does not count: renewals, what left the window long ago, and another product.
        fabrikam.Sale(northwind, CustomerEngagement, 96, 57_300m, netNew: false);
        fabrikam.Sale(lucerne, CrmOnline, 52, 24_150m, netNew: false);
        fabrikam.Sale(northwind, CustomerEngagement, 519, 71_200m);
        fabrikam.Sale(vanArsdel, CrmOnline, 602, 26_000m);
        fabrikam.Sale(lucerne, Ax2012, 173, 9_800m);
    }

    private static void AddPeople(DemoOrganisation fabrikam)
    {
        fabrikam.Person("Amélie Rousselet", 2900, "MB2-715", "MB2-716", "MB2-717");
        fabrikam.Person("Karim Benslimane", 2410, "MB2-715", "MB2-716", "MB2-717", "MB2-718");
        fabrikam.Person("Oksana Hrytsenko", 2130, "MB2-715", "MB2-716", "MB2-718");
        fabrikam.Person("Thomas Delacourt", 1780, "MB2-715", "MB2-716", "MB2-717");
        fabrikam.Person("Nguyễn Thị Hương", 1540, "MB2-715", "MB2-716", "MB2-718");
        fabrikam.Person("Sofia Lindqvist", 1190, "MB2-715", "MB2-716", "MB2-717", "MB2-877");
        fabrikam.Person("Pierre-Yves Kermadec", 1020, "MB2-712", "MB2-710");
        fabrikam.Person("Fatou Ndiaye", 760, "MB2-715", "MB2-718");
        fabrikam.Person("Hugo Marchetti", 480, "MB2-716");
        fabrikam.Person("Inès Caradec", 95);

        // An exam that no longer counts: it did until the end of 2018.
        var helene = fabrikam.Person("Hélène Aubertin", 4100, "MB2-706");
        fabrikam.Pass(helene, "MB2-709", new DateOnly(2017, 10, 4));
    }
}
