using System.Collections.Immutable;
using System.Runtime.InteropServices;

using CompetencyPortal.Domain.Credentials;
using CompetencyPortal.Domain.Evidence;
using CompetencyPortal.Domain.Revisions;

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

        var statements = EvidenceStatements.For(db);

        // Each statement sees the moment at which it runs. If the facts' version is the same in the first and the last,
        // nothing was saved between them, and the three belong together; otherwise they are read again.
        while (true)
        {
            var customers = await statements.Customers(db, partnerId, asOf).ToListAsync(cancellationToken);
            var lines = await statements.Lines(db).ToListAsync(cancellationToken);
            var people = await statements.People(db, partnerId).ToListAsync(cancellationToken);
            if (customers[0].FactsVersion == people[0].FactsVersion)
            {
                return Assemble(customers, lines, people, asOf, credentials);
            }
        }
    }

    private static LoadedEvidence Assemble(
        List<EvidenceStatements.CustomerRow> customerRows, List<EvidenceStatements.LineRow> lineRows, List<EvidenceStatements.PersonRow> personRows,
        DateOnly asOf, CredentialCatalog credentials)
    {
        var head = customerRows[0];
        var customers = ToCustomers(customerRows);
        var revenue = new RevenueLine[lineRows.Count];
        var ids = new Guid[lineRows.Count];
        for (var i = 0; i < revenue.Length; i++)
        {
            var line = lineRows[i];
            revenue[i] = new RevenueLine(customers[line.CustomerId], line.Product, line.Date, line.Amount, line.NetNew);
            ids[i] = line.Id;
        }

        var market = PartnerMarket.On(head.Country, head.MarketOverride, head.Classification is { } row ? [row] : [], asOf);
        return new LoadedEvidence(
            new PartnerEvidence(head.Partner, market.Market, ImmutableCollectionsMarshal.AsImmutableArray(revenue), ToPeople(personRows, credentials)),
            ImmutableCollectionsMarshal.AsImmutableArray(ids),
            market,
            head.FactsVersion,
            head.RulebookVersion,
            [.. customers.Values],
            head.ChangedAt is { } changedAt ? new LastFactChange(changedAt, head.ChangedBy, head.ChangedByName) : null);
    }

    private static Dictionary<Guid, Customer> ToCustomers(List<EvidenceStatements.CustomerRow> rows) =>
        rows.Where(row => row.Id is not null).GroupBy(row => row.Id!.Value).ToDictionary(
            customer => customer.Key,
            customer => new Customer(customer.Key.ToString(), customer.First().Name!, ToAssociations(customer)));

    private static ImmutableArray<Association> ToAssociations(IEnumerable<EvidenceStatements.CustomerRow> rows) =>
        [.. rows.Where(row => row.Type is not null).Select(row => new Association(row.Type!.Value, EffectivePeriod.Between(row.From, row.Until)))];

    private static IEnumerable<Person> ToPeople(List<EvidenceStatements.PersonRow> rows, CredentialCatalog credentials) =>
        rows.Where(row => row.Id is not null).GroupBy(row => row.Id!.Value).Select(person =>
        {
            var first = person.First();
            return new Person(person.Key.ToString(), first.Name!, EffectivePeriod.Between(first.From, first.Until), ToPasses(person, credentials));
        });

    private static ImmutableArray<CredentialPass> ToPasses(IEnumerable<EvidenceStatements.PersonRow> rows, CredentialCatalog credentials) =>
        [.. rows.Where(row => row.Code is not null).Select(row => new CredentialPass(Known(credentials, row.Code!.Value), row.PassedOn!.Value))];

    private static Credential Known(CredentialCatalog credentials, CredentialCode code) =>
        credentials.Find(code) ?? throw new InvalidOperationException($"A pass names {code}, which the rulebook does not know.");
}
