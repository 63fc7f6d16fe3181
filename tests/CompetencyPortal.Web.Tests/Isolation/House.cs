using System.Text.Json;
using System.Text.Json.Serialization;

using CompetencyPortal.Data.Accounts;
using CompetencyPortal.Data.Entities;
using CompetencyPortal.Testing;
using CompetencyPortal.Web.Tests.Hosting;

using Microsoft.EntityFrameworkCore;

namespace CompetencyPortal.Web.Tests.Isolation;

/// <summary>An organisation with one row of every kind, each marked with the organisation's name where a person could read it.</summary>
/// <param name="Organisation">The organisation.</param>
/// <param name="Keys">The keys of its rows, its accounts and their sessions among them.</param>
internal sealed record House(Organisation Organisation, Guid[] Keys)
{
    private static readonly JsonSerializerOptions Whole = new() { ReferenceHandler = ReferenceHandler.IgnoreCycles };

    /// <summary>What fills the parts of an address that are no keys.</summary>
    public IReadOnlyDictionary<string, string> Parts => new Dictionary<string, string> { ["number"] = Organisation.Partner.PartnerNumber.Value };

    public static async Task<House> BuildAsync(PortalHost portal, string name)
    {
        var organisation = await portal.AddOrganisationAsync(name);
        var partner = organisation.Partner;
        var customer = Rows.Customer(partner, $"{name} customer");
        var prospect = Rows.Customer(partner, $"{name} prospect");
        var association = Rows.Association(customer);
        var line = Rows.Line(customer);
        var person = Rows.Person(partner, $"{name} person");
        var pass = Rows.Pass(person);
        var now = portal.Clock.GetUtcNow();
        var invitation = Rows.Invitation(partner, organisation.Admin, now, displayName: $"{name} guest");
        var session = new UserSession
        {
            UserId = organisation.Admin.Id,
            TokenHash = SecretToken.Create().Hash(),
            Stage = SessionStage.Complete,
            UserAgent = $"{name} browser",
            CreatedAt = now,
            LastSeenAt = now,
            ExpiresAt = now.AddDays(1),
        };
        var bulk = Rows.BulkChange(partner, organisation.Admin, expiresAt: now.AddDays(1));
        await portal.SaveAsync(organisation.Id, customer, prospect, association, line, person, pass, invitation, session, bulk);
        return new House(
            organisation,
            [customer.Id, prospect.Id, association.Id, line.Id, person.Id, pass.Id, invitation.Id, session.Id, bulk.Id, organisation.Member.Id, organisation.Admin.Id, organisation.Id]);
    }

    /// <summary>Everything that the database holds of the organisation, as text: it is the same as long as nothing has changed.</summary>
    public async Task<string> ContentsAsync(PortalHost portal, CancellationToken cancellationToken)
    {
        await using var db = portal.Database.OpenAsOwner();
        db.PartnerScope = Organisation.Id;
        return JsonSerializer.Serialize(
            new object[]
            {
                await db.Partners.AsNoTracking().ToListAsync(cancellationToken),
                await db.Users.AsNoTracking().OrderBy(row => row.Id).ToListAsync(cancellationToken),
                await db.UserSessions.AsNoTracking().OrderBy(row => row.Id).ToListAsync(cancellationToken),
                await db.Invitations.AsNoTracking().OrderBy(row => row.Id).ToListAsync(cancellationToken),
                await db.Customers.AsNoTracking().OrderBy(row => row.Id).ToListAsync(cancellationToken),
                await db.CustomerAssociations.AsNoTracking().OrderBy(row => row.Id).ToListAsync(cancellationToken),
                await db.RevenueLines.AsNoTracking().OrderBy(row => row.Id).ToListAsync(cancellationToken),
                await db.People.AsNoTracking().OrderBy(row => row.Id).ToListAsync(cancellationToken),
                await db.PersonCredentials.AsNoTracking().OrderBy(row => row.Id).ToListAsync(cancellationToken),
                await db.BulkChanges.AsNoTracking().OrderBy(row => row.Id).ToListAsync(cancellationToken),
                await db.AuditEvents.AsNoTracking().OrderBy(row => row.Id).ToListAsync(cancellationToken),
            },
            Whole);
    }
}
