using System.Runtime.CompilerServices;

using CompetencyPortal.Data.Auditing;
using CompetencyPortal.Data.Countries;
using CompetencyPortal.Data.Entities;
using CompetencyPortal.Domain.Competencies;
using CompetencyPortal.Domain.Credentials;
using CompetencyPortal.Domain.Evidence;

using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace CompetencyPortal.Data.Evidence;

/// <summary>
/// The three statements that load an organisation's evidence. Each gives one flat list of rows; what a row has no
/// counterpart for is null. A compiled statement belongs to a model, so there is one set for each provider in use.
/// </summary>
internal sealed class EvidenceStatements
{
    private static readonly ConditionalWeakTable<IModel, EvidenceStatements> OfModels = [];

    /// <summary>The statements for the context's model, compiled when first used.</summary>
    public static EvidenceStatements For(PortalDbContext db) => OfModels.GetValue(db.Model, _ => new EvidenceStatements());

    /// <summary>The organisation beside each of its customers beside each association: at least one row.</summary>
    public Func<PortalDbContext, Guid, DateOnly, IAsyncEnumerable<CustomerRow>> Customers { get; } =
        EF.CompileAsyncQuery((PortalDbContext db, Guid partnerId, DateOnly asOf) =>
            from partner in db.Partners.AsNoTracking()
            where partner.Id == partnerId
            from change in db.AuditEvents
                .Where(row => row.PartnerId == partner.Id && FactTrail.Kinds.Contains(row.EntityType)).OrderByDescending(row => row.OccurredAt).Take(1).DefaultIfEmpty()
            from customer in db.Customers.Where(customer => customer.PartnerId == partner.Id).DefaultIfEmpty()
            from association in db.CustomerAssociations
                .Where(association => association.PartnerId == partner.Id && association.CustomerId == customer.Id).DefaultIfEmpty()
            select new CustomerRow(
                partner.Name, partner.FactsVersion, db.RulebookState.Max(state => state.Version), partner.CountryCode, partner.MarketOverride,
                db.CountryMarkets.Where(row => row.CountryCode == partner.CountryCode && row.EffectiveFrom <= asOf)
                    .OrderByDescending(row => row.EffectiveFrom).FirstOrDefault(),
                change.OccurredAt, change.ActorId, db.Users.Where(user => user.Id == change.ActorId).Select(user => user.DisplayName).FirstOrDefault(),
                customer.Id, customer.Name, association.Type, association.From, association.Until));

    /// <summary>The revenue lines, by date.</summary>
    public Func<PortalDbContext, IAsyncEnumerable<LineRow>> Lines { get; } =
        EF.CompileAsyncQuery((PortalDbContext db) =>
            db.RevenueLines.OrderBy(line => line.Date).ThenBy(line => line.Id)
                .Select(line => new LineRow(line.Id, line.CustomerId, line.Product, line.Date, line.Amount, line.NetNew)));

    /// <summary>The version of the facts beside each person beside each pass: at least one row.</summary>
    public Func<PortalDbContext, Guid, IAsyncEnumerable<PersonRow>> People { get; } =
        EF.CompileAsyncQuery((PortalDbContext db, Guid partnerId) =>
            from partner in db.Partners
            where partner.Id == partnerId
            from person in db.People.Where(person => person.PartnerId == partner.Id).DefaultIfEmpty()
            from pass in db.PersonCredentials.Where(pass => pass.PartnerId == partner.Id && pass.PersonId == person.Id).DefaultIfEmpty()
            select new PersonRow(partner.FactsVersion, person.Id, person.Name, person.From, person.Until, pass.Code, pass.PassedOn));

    internal sealed record CustomerRow(
        string Partner, long FactsVersion, long RulebookVersion, CountryCode Country, Market? MarketOverride, CountryMarket? Classification,
        DateTimeOffset? ChangedAt, Guid? ChangedBy, string? ChangedByName, Guid? Id, string? Name, AssociationType? Type, DateOnly? From, DateOnly? Until);

    internal sealed record LineRow(Guid Id, Guid CustomerId, ProductCode Product, DateOnly Date, decimal Amount, bool NetNew);

    internal sealed record PersonRow(
        long FactsVersion, Guid? Id, string? Name, DateOnly? From, DateOnly? Until, CredentialCode? Code, DateOnly? PassedOn);
}
