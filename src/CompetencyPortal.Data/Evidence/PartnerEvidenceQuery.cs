using System.Runtime.InteropServices;

using CompetencyPortal.Data.Countries;
using CompetencyPortal.Data.Entities;
using CompetencyPortal.Domain.Credentials;
using CompetencyPortal.Domain.Evidence;
using CompetencyPortal.Domain.Revisions;

using Microsoft.EntityFrameworkCore;

using Customer = CompetencyPortal.Domain.Evidence.Customer;
using Person = CompetencyPortal.Domain.Evidence.Person;
using RevenueLine = CompetencyPortal.Domain.Evidence.RevenueLine;

namespace CompetencyPortal.Data.Evidence;

/// <summary>
/// Loads what an organisation's standing rests on, in three round trips whatever its size. Nothing is decided here:
/// every line and every pass is handed to the domain.
/// </summary>
public sealed class PartnerEvidenceQuery(PortalDbContext db)
{
    /// <summary>The evidence of the organisation at work (<see cref="PortalDbContext.PartnerScope"/>).</summary>
    /// <param name="partnerId">The organisation.</param>
    /// <param name="asOf">The day on which its market is asked for.</param>
    /// <param name="credentials">The credentials that passes may name.</param>
    /// <param name="cancellationToken">Ends the query.</param>
    /// <exception cref="InvalidOperationException">The organisation is not the one at work.</exception>
    public async Task<LoadedEvidence> LoadAsync(Guid partnerId, DateOnly asOf, CredentialCatalog credentials, CancellationToken cancellationToken = default)
    {
        if (partnerId != db.PartnerScope)
        {
            throw new InvalidOperationException($"Evidence of {partnerId} cannot be loaded within the scope of {db.PartnerScope?.ToString() ?? "none"}.");
        }

        // Each statement sees the moment at which it runs. If the facts' version is the same in the first and the last,
        // nothing was saved between them, and the three belong together; otherwise they are read again.
        while (true)
        {
            var head = await LoadHeadAsync(partnerId, asOf, cancellationToken);
            var lines = await LoadLinesAsync(cancellationToken);
            var staff = await LoadStaffAsync(partnerId, cancellationToken);
            if (head.FactsVersion == staff.FactsVersion)
            {
                return Assemble(head, lines, staff.People, asOf, credentials);
            }
        }
    }

    private Task<Head> LoadHeadAsync(Guid partnerId, DateOnly asOf, CancellationToken cancellationToken) =>
        db.Partners.AsNoTracking().Where(partner => partner.Id == partnerId)
            .Select(partner => new Head(
                partner.Name,
                partner.FactsVersion,
                partner.CountryCode,
                partner.MarketOverride,
                db.CountryMarkets.Where(row => row.CountryCode == partner.CountryCode && row.EffectiveFrom <= asOf)
                    .OrderByDescending(row => row.EffectiveFrom).FirstOrDefault(),
                db.Customers.Where(customer => customer.PartnerId == partner.Id).Select(customer => new CustomerRow(
                    customer.Id,
                    customer.Name,
                    customer.Associations.Select(row => new AssociationRow(row.Type, row.From, row.Until)).ToList())).ToList()))
            .SingleAsync(cancellationToken);

    private Task<List<LineRow>> LoadLinesAsync(CancellationToken cancellationToken) =>
        db.RevenueLines.OrderBy(line => line.Date).ThenBy(line => line.Id)
            .Select(line => new LineRow(line.Id, line.CustomerId, line.Product, line.Date, line.Amount, line.NetNew))
            .ToListAsync(cancellationToken);

    private Task<Staff> LoadStaffAsync(Guid partnerId, CancellationToken cancellationToken) =>
        db.Partners.Where(partner => partner.Id == partnerId)
            .Select(partner => new Staff(
                partner.FactsVersion,
                db.People.Where(person => person.PartnerId == partner.Id).Select(person => new PersonRow(
                    person.Id,
                    person.Name,
                    person.From,
                    person.Until,
                    person.Credentials.Select(row => new PassRow(row.Code, row.PassedOn)).ToList())).ToList()))
            .SingleAsync(cancellationToken);

    private static LoadedEvidence Assemble(Head head, List<LineRow> lines, List<PersonRow> people, DateOnly asOf, CredentialCatalog credentials)
    {
        var customers = head.Customers.ToDictionary(
            row => row.Id,
            row => new Customer(row.Id.ToString(), row.Name, [.. row.Associations.Select(a => new Association(a.Type, EffectivePeriod.Between(a.From, a.Until)))]));
        var revenue = new RevenueLine[lines.Count];
        var ids = new Guid[lines.Count];
        for (var i = 0; i < revenue.Length; i++)
        {
            var line = lines[i];
            revenue[i] = new RevenueLine(customers[line.CustomerId], line.Product, line.Date, line.Amount, line.NetNew);
            ids[i] = line.Id;
        }

        var market = PartnerMarket.On(head.Country, head.MarketOverride, head.Classification is { } row ? [row] : [], asOf);
        var staff = people.Select(person => new Person(
            person.Id.ToString(),
            person.Name,
            EffectivePeriod.Between(person.From, person.Until),
            [.. person.Passes.Select(pass => new CredentialPass(Known(credentials, pass.Code), pass.PassedOn))]));
        return new LoadedEvidence(
            new PartnerEvidence(head.Name, market.Market, ImmutableCollectionsMarshal.AsImmutableArray(revenue), staff),
            ImmutableCollectionsMarshal.AsImmutableArray(ids),
            market,
            head.FactsVersion);
    }

    private static Credential Known(CredentialCatalog credentials, CredentialCode code) =>
        credentials.Find(code) ?? throw new InvalidOperationException($"A pass names {code}, which the rulebook does not know.");

    private sealed record Head(string Name, long FactsVersion, CountryCode Country, Domain.Competencies.Market? MarketOverride, CountryMarket? Classification, List<CustomerRow> Customers);

    private sealed record CustomerRow(Guid Id, string Name, List<AssociationRow> Associations);

    private sealed record AssociationRow(AssociationType Type, DateOnly? From, DateOnly? Until);

    private sealed record LineRow(Guid Id, Guid CustomerId, Domain.Competencies.ProductCode Product, DateOnly Date, decimal Amount, bool NetNew);

    private sealed record Staff(long FactsVersion, List<PersonRow> People);

    private sealed record PersonRow(Guid Id, string Name, DateOnly? From, DateOnly? Until, List<PassRow> Passes);

    private sealed record PassRow(CredentialCode Code, DateOnly PassedOn);
}
