using CompetencyPortal.Data.Providers;

using Microsoft.EntityFrameworkCore;

namespace CompetencyPortal.Data.Demo;

/// <summary>The operator's act: forgets what people did in the demo, the audit trail included, and makes its world anew.</summary>
public static class DemoReset
{
    /// <summary>Resets the demo, as the role that owns the tables. What is built in stays.</summary>
    /// <exception cref="StartRefusedException">The database has accounts, and none of them is the demo's.</exception>
    public static async Task ApplyAsync(PortalDatabase database, TimeProvider clock, CancellationToken cancellationToken)
    {
        await using var db = database.CreateOwnerContext();
        if (await db.Users.AnyAsync(cancellationToken) && !await db.Users.AnyAsync(user => user.IsDemo, cancellationToken))
        {
            throw new StartRefusedException("This database has accounts, but not the demo's. It is not reset.");
        }

        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        await ForgetAsync(db, cancellationToken);
        await DemoWorld.FillAsync(db, DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime), cancellationToken);
        await transaction.CommitAsync(cancellationToken);
    }

    private static async Task ForgetAsync(PortalDbContext db, CancellationToken cancellationToken)
    {
        foreach (var partnerId in await db.Partners.Select(partner => partner.Id).ToListAsync(cancellationToken))
        {
            await db.EnterPartnerAsync(partnerId, cancellationToken);
            await db.RevenueLines.ExecuteDeleteAsync(cancellationToken);
            await db.Customers.ExecuteDeleteAsync(cancellationToken);
            await db.People.ExecuteDeleteAsync(cancellationToken);
        }

        await db.EnterPartnerAsync(null, cancellationToken);
        await db.OutgoingMails.ExecuteDeleteAsync(cancellationToken);
        await db.Invitations.ExecuteDeleteAsync(cancellationToken);
        await db.Users.ExecuteDeleteAsync(cancellationToken);
        await db.Partners.ExecuteDeleteAsync(cancellationToken);
        await db.RuleDrafts.ExecuteDeleteAsync(cancellationToken);
        await db.RuleRevisions.Where(revision => revision.PublishedBy != null).ExecuteDeleteAsync(cancellationToken);
        await db.CountryMarkets.ExecuteDeleteAsync(cancellationToken);
        await db.AuditPersonalDetails.ExecuteDeleteAsync(cancellationToken);
        await db.AuditEvents.ExecuteDeleteAsync(cancellationToken);
    }
}
