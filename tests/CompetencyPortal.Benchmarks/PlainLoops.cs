using CompetencyPortal.Domain.Competencies;
using CompetencyPortal.Domain.Credentials;
using CompetencyPortal.Domain.Evidence;

namespace CompetencyPortal.Benchmarks;

/// <summary>
/// The rules of 1 December 2017 as somebody would write them who needs a yes or no and nothing else: loops over the evidence, a sum
/// and a count per option, shared by its tiers. What <see cref="OneAssessment"/> is measured against.
/// </summary>
internal static class PlainLoops
{
    private static readonly ProductCode Plan1 = new("dynamics-365-customer-engagement");
    private static readonly ProductCode Plan2 = new("dynamics-365-enterprise-plan-2");
    private static readonly ProductCode Operations = new("dynamics-365-operations");
    private static readonly ProductCode Ax = new("ax-2012-on-premises");
    private static readonly ProductCode Crm = new("crm-online");

    private static readonly CredentialCode[] EngagementAll = [CredentialCode.Parse("MB2-715"), CredentialCode.Parse("MB2-716")];
    private static readonly CredentialCode[] EngagementAny = [CredentialCode.Parse("MB2-717"), CredentialCode.Parse("MB2-718")];
    private static readonly CredentialCode[] OperationsAll =
        [CredentialCode.Parse("MB6-893"), CredentialCode.Parse("MB6-892"), CredentialCode.Parse("MB6-890"), CredentialCode.Parse("70-764")];

    private static readonly CredentialCode[] ResellerA =
    [
        CredentialCode.Parse("MB2-714"), CredentialCode.Parse("MB2-713"), CredentialCode.Parse("MB2-709"),
        CredentialCode.Parse("MB2-717"), CredentialCode.Parse("MB2-718"), CredentialCode.Parse("MB2-877"),
    ];

    private static readonly CredentialCode[] ResellerB = [CredentialCode.Parse("MB2-710"), CredentialCode.Parse("MB2-706"), CredentialCode.Parse("MB2-715")];
    private static readonly CredentialCode[] ResellerC = [CredentialCode.Parse("MB2-712"), CredentialCode.Parse("MB2-707"), CredentialCode.Parse("MB2-716")];

    /// <summary>Whether each tier is met: Silver and Gold of Customer Engagement, of Operations and of Cloud CRM Reseller.</summary>
    public static (bool, bool, bool, bool, bool, bool) Answer(PartnerEvidence evidence, DateOnly asOf)
    {
        var developed = evidence.Market == Market.Developed;

        var engagement = NetNew(evidence, asOf, Plan1, Plan2);
        var engaging = 0;
        foreach (var person in evidence.People)
        {
            if (person.Employment.Contains(asOf) && HoldsAll(person, EngagementAll, asOf) && HoldsAny(person, EngagementAny, asOf))
            {
                engaging++;
            }
        }

        var total = OperationsTotal(evidence, asOf);
        var operations = NetNew(evidence, asOf, Plan2, Operations);
        var operating = 0;
        foreach (var person in evidence.People)
        {
            if (person.Employment.Contains(asOf) && HoldsAll(person, OperationsAll, asOf))
            {
                operating++;
            }
        }

        var reseller = NetNew(evidence, asOf, Crm, Plan1);
        int firstOnly = 0, otherOnly = 0, either = 0;
        foreach (var person in evidence.People)
        {
            if (!person.Employment.Contains(asOf))
            {
                continue;
            }

            var first = HoldsAny(person, ResellerA, asOf) && HoldsAny(person, ResellerB, asOf);
            var other = HoldsAny(person, ResellerC, asOf);
            if (first && other)
            {
                either++;
            }
            else if (first)
            {
                firstOnly++;
            }
            else if (other)
            {
                otherOnly++;
            }
        }

        bool CanPlace(int each) => firstOnly + either >= each && otherOnly + either >= each && firstOnly + otherOnly + either >= 2 * each;

        return (
            engagement >= (developed ? 100_000 : 50_000) && engaging >= 5,
            engagement >= (developed ? 300_000 : 150_000) && engaging >= 15,
            total >= (developed ? 100_000 : 50_000) && operations >= (developed ? 25_000 : 12_000) && operating >= 5,
            total >= (developed ? 300_000 : 150_000) && operations >= (developed ? 75_000 : 37_000) && operating >= 15,
            reseller >= (developed ? 100_000 : 50_000) && CanPlace(1),
            reseller >= (developed ? 300_000 : 150_000) && CanPlace(2));
    }

    private static decimal NetNew(PartnerEvidence evidence, DateOnly asOf, ProductCode one, ProductCode other)
    {
        var after = asOf.AddYears(-1);
        var sum = 0m;
        foreach (var line in evidence.Revenue)
        {
            if (line.NetNew && line.Date > after && line.Date <= asOf && (line.Product == one || line.Product == other) && IsAssociated(line.Customer, asOf))
            {
                sum += line.Amount;
            }
        }

        return sum;
    }

    private static decimal OperationsTotal(PartnerEvidence evidence, DateOnly asOf)
    {
        var after = asOf.AddYears(-1);
        var sum = 0m;
        foreach (var line in evidence.Revenue)
        {
            if (line.Date > after && line.Date <= asOf && (line.Product == Plan2 || line.Product == Operations || line.Product == Ax) && IsAssociated(line.Customer, asOf))
            {
                sum += line.Amount;
            }
        }

        return sum;
    }

    private static bool IsAssociated(Customer customer, DateOnly asOf)
    {
        foreach (var association in customer.Associations)
        {
            if (association.Type == AssociationType.DigitalPartnerOfRecord && association.Period.Contains(asOf))
            {
                return true;
            }
        }

        return false;
    }

    private static bool HoldsAll(Person person, CredentialCode[] codes, DateOnly asOf)
    {
        foreach (var code in codes)
        {
            if (!Holds(person, code, asOf))
            {
                return false;
            }
        }

        return true;
    }

    private static bool HoldsAny(Person person, CredentialCode[] codes, DateOnly asOf)
    {
        foreach (var code in codes)
        {
            if (Holds(person, code, asOf))
            {
                return true;
            }
        }

        return false;
    }

    private static bool Holds(Person person, CredentialCode code, DateOnly asOf)
    {
        foreach (var pass in person.Passes)
        {
            if (pass.Credential.Code == code && pass.PassedOn <= asOf && !(pass.Credential.CountsUntil < asOf))
            {
                return true;
            }
        }

        return false;
    }
}
