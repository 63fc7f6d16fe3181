using CompetencyPortal.Data.Entities;
using CompetencyPortal.Domain.Credentials;
using CompetencyPortal.Domain.Evidence;
using CompetencyPortal.Domain.Revisions;

using Customer = CompetencyPortal.Data.Entities.Customer;
using Person = CompetencyPortal.Data.Entities.Person;
using RevenueLine = CompetencyPortal.Data.Entities.RevenueLine;

namespace CompetencyPortal.Data.Evidence;

/// <summary>Every fact of one organisation as it stood at one moment, by the keys of the rows.</summary>
/// <param name="Partner">The organisation itself.</param>
/// <param name="Classifications">How its country is classified.</param>
/// <param name="Customers">Its customers.</param>
/// <param name="Associations">Their associations.</param>
/// <param name="Lines">Its revenue lines.</param>
/// <param name="People">Its people. The name of one who was erased is empty.</param>
/// <param name="Passes">What they passed.</param>
public sealed record FactSet(
    Partner Partner,
    IReadOnlyList<CountryMarket> Classifications,
    IReadOnlyDictionary<Guid, Customer> Customers,
    IReadOnlyDictionary<Guid, CustomerAssociation> Associations,
    IReadOnlyDictionary<Guid, RevenueLine> Lines,
    IReadOnlyDictionary<Guid, Person> People,
    IReadOnlyDictionary<Guid, PersonCredential> Passes)
{
    /// <summary>The organisation's market on a day.</summary>
    public PartnerMarket MarketOn(DateOnly day) => PartnerMarket.On(
        Partner.CountryCode, Partner.MarketOverride, Classifications.Where(row => row.CountryCode == Partner.CountryCode), day);

    /// <summary>The facts as the domain judges them, in <paramref name="market"/>, which is the caller's to say.</summary>
    public PartnerEvidence ToEvidence(PartnerMarket market, CredentialCatalog credentials)
    {
        var associations = Associations.Values.ToLookup(
            row => row.CustomerId, row => new Association(row.Type, EffectivePeriod.Between(row.From, row.Until)));
        var customers = Customers.ToDictionary(
            row => row.Key, row => new Domain.Evidence.Customer(row.Key.ToString(), row.Value.Name, [.. associations[row.Key]]));
        var passes = Passes.Values.ToLookup(row => row.PersonId, row => new CredentialPass(
            credentials.Find(row.Code) ?? throw new InvalidOperationException($"A pass names {row.Code}, which the rulebook does not know."), row.PassedOn));
        return new PartnerEvidence(
            Partner.Name,
            market.Market,
            [.. Lines.Values.OrderBy(row => row.Date).ThenBy(row => row.Id)
                .Select(row => new Domain.Evidence.RevenueLine(customers[row.CustomerId], row.Product, row.Date, row.Amount, row.NetNew))],
            People.Values.Select(row => new Domain.Evidence.Person(
                row.Id.ToString(), row.Name, EffectivePeriod.Between(row.From, row.Until), [.. passes[row.Id]])));
    }
}
