using CompetencyPortal.Data.Entities;

using static CompetencyPortal.Data.Demo.DemoProducts;

namespace CompetencyPortal.Data.Demo;

/// <summary>
/// Tailspin, in a developing market, holds Gold as Cloud CRM Reseller with US$163,250, which elsewhere would be Silver, and
/// Silver for Enterprise Customer Engagement. For Enterprise Operations its revenue suffices, but too few people do.
/// </summary>
internal static class DevelopingMarket
{
    public const string Number = "4033190";

    public static DemoOrganisation Create(DemoDice dice, DateOnly today)
    {
        var tailspin = new DemoOrganisation(dice, today, "Tailspin Serviços", Number, "BR", new DateOnly(2015, 9, 14));
        tailspin.Account("Beatriz Nogueira", "beatriz.nogueira@tailspin.example", PortalRole.PartnerAdmin);
        tailspin.Account("Thiago Okamoto", "thiago.okamoto@tailspin.example", PortalRole.PartnerMember);
        AddRevenue(tailspin);
        AddPeople(tailspin);
        return tailspin;
    }

    private static void AddRevenue(DemoOrganisation tailspin)
    {
        var alpine = tailspin.Customer("Alpine Ski House", 1330);
        var woodgrove = tailspin.Customer("Woodgrove Bank", 870);
        var graphic = tailspin.Customer("Graphic Design Institute", 610);
        var wideWorld = tailspin.Customer("Wide World Importers", 540);
        var munson = tailspin.Customer("Munson’s Pickles and Preserves Farm", 320);

        tailspin.Sale(alpine, CustomerEngagement, 251, 24_750m);
        tailspin.Sale(alpine, CrmOnline, 219, 17_500m);
        tailspin.Sale(woodgrove, CustomerEngagement, 188, 33_400m);
        tailspin.Sale(woodgrove, CrmOnline, 122, 26_300m);
        tailspin.Sale(graphic, CustomerEngagement, 97, 19_850m);
        tailspin.Sale(graphic, CrmOnline, 163, 15_200m);
        tailspin.Sale(wideWorld, CustomerEngagement, 74, 14_500m);
        tailspin.Sale(munson, CrmOnline, 41, 11_750m);
        tailspin.Sale(wideWorld, Operations, 142, 31_500m);
        tailspin.Sale(wideWorld, Operations, 106, 18_900m, netNew: false);
        tailspin.Sale(munson, Ax2012, 55, 7_600m, netNew: false);
        tailspin.Sale(woodgrove, CustomerEngagement, 67, 40_200m, netNew: false);
        tailspin.Sale(alpine, CrmOnline, 433, 12_900m);
    }

    private static void AddPeople(DemoOrganisation tailspin)
    {
        tailspin.Person("Rafael Queiroz", 2350, "MB2-715", "MB2-716", "MB2-717");
        tailspin.Person("Mariana Assunção", 1980, "MB2-715", "MB2-716", "MB2-718");
        tailspin.Person("João Pedro Brandão", 1640, "MB2-715", "MB2-716", "MB2-717", "MB2-718");
        tailspin.Person("Yasmin Haddad", 1310, "MB2-715", "MB2-716", "MB2-717");
        tailspin.Person("Kenji Watanabe", 1105, "MB2-715", "MB2-716", "MB2-718");
        tailspin.Person("Adaeze Obi", 930, "MB6-893", "MB6-892", "MB6-890", "70-764");
        tailspin.Person("Luís Otávio Prado", 840, "MB6-893", "MB6-892", "MB6-890", "70-764");
        tailspin.Person("Camila Rezende", 610, "MB6-890", "70-764");
        tailspin.Person("Vinícius Sampaio", 285, "MB2-715");
    }
}
