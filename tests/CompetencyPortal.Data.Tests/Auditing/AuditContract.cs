using CompetencyPortal.Data.Auditing;
using CompetencyPortal.Data.Entities;
using CompetencyPortal.Data.Saving;
using CompetencyPortal.Testing;
using CompetencyPortal.Testing.Databases;

using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CompetencyPortal.Data.Tests.Auditing;

public abstract class AuditContract(DatabaseFixture server) : DatabaseContract(server)
{
    [Fact]
    public async Task Audit_WhenTheChangeIsSaved_IsSavedWithIt()
    {
        var partner = Rows.Partner();
        var actor = Guid.CreateVersion7();
        await SaveAsync(null, partner);
        await using (var db = await Database.OpenAsync(partner.Id))
        {
            db.ActorId = actor;
            db.Add(Rows.Customer(partner));
            db.Audit("Customer.Added", nameof(Customer), "c1", "one more");
            await db.SaveChangesAsync(Cancellation);
        }

        await using var read = await Database.OpenAsync(partner.Id);
        var row = await read.AuditEvents.SingleAsync(Cancellation);
        Assert.Equal((actor, partner.Id, "Customer.Added", "one more", Database.Clock.Now), (row.ActorId, row.PartnerId, row.Action, row.Details, row.OccurredAt));
    }

    [Fact]
    public async Task Audit_WhenTheChangeIsRefused_IsNotSavedEither()
    {
        await SaveAsync(null, Rows.Partner(number: "A1"));
        await using var db = await Database.OpenAsync();
        var before = await db.AuditEvents.CountAsync(Cancellation);
        db.Audit("Partner.Added", nameof(Partner), "A1");
        db.Add(Rows.Partner(number: "A1"));
        await Assert.ThrowsAsync<DuplicateRowException>(() => db.SaveChangesAsync(Cancellation));
        Assert.Equal(before, await db.AuditEvents.CountAsync(Cancellation));
    }

    [Fact]
    public async Task Audit_WhenTheTransactionIsRolledBack_IsGoneWithTheChange()
    {
        var partner = Rows.Partner();
        await SaveAsync(null, partner);
        await using (var db = await Database.OpenAsync(partner.Id))
        {
            await using var transaction = await db.Database.BeginTransactionAsync(Cancellation);
            db.Add(Rows.Customer(partner));
            db.Audit("Customer.Added", nameof(Customer), "c1");
            await db.SaveChangesAsync(Cancellation);
            await transaction.RollbackAsync(Cancellation);
        }

        await using var read = await Database.OpenAsync(partner.Id);
        Assert.Empty(await read.AuditEvents.ToListAsync(Cancellation));
        Assert.Empty(await read.Customers.ToListAsync(Cancellation));
    }

    [Fact]
    public async Task AuditEvent_WhenItWouldChangeOrGo_IsRefused()
    {
        await using var db = await Database.OpenAsync();
        var row = db.Audit("Thing.Done", "Thing", "1", personal: new AuditPersonalDetail { SubjectId = Guid.CreateVersion7(), Text = "Ana" });
        await db.SaveChangesAsync(Cancellation);

        db.Remove(row.Personal!);
        await Assert.ThrowsAsync<ImmutableRowException>(() => db.SaveChangesAsync(Cancellation));
        db.ChangeTracker.Clear();
        db.Update(row);
        await Assert.ThrowsAsync<ImmutableRowException>(() => db.SaveChangesAsync(Cancellation));
    }

    [Fact]
    public async Task Erase_WhenAPersonIsErased_LeavesTheTrailAndSaysSo()
    {
        var erased = Guid.CreateVersion7();
        var kept = Guid.CreateVersion7();
        await using (var db = await Database.OpenAsync())
        {
            db.Audit("Person.Added", "Person", "1", personal: new AuditPersonalDetail { SubjectId = erased, Text = "Ana" });
            db.Audit("Person.Renamed", "Person", "1", personal: new AuditPersonalDetail { SubjectId = erased, Text = "Anna" });
            db.Audit("Person.Added", "Person", "2", personal: new AuditPersonalDetail { SubjectId = kept, Text = "Bo" });
            await db.SaveChangesAsync(Cancellation);
        }

        await using (var request = Database.BeginRequest())
        {
            Assert.Equal(2, await request.ServiceProvider.GetRequiredService<PersonalDetailErasure>().EraseAsync(erased, Cancellation));
        }

        await using var read = await Database.OpenAsync();
        Assert.Equal(["Bo"], await read.AuditPersonalDetails.Select(detail => detail.Text).ToListAsync(Cancellation));
        Assert.Equal(3, await read.AuditEvents.CountAsync(row => row.Action.StartsWith("Person."), Cancellation));
        Assert.Equal(erased.ToString(), (await read.AuditEvents.SingleAsync(row => row.Action == "AuditPersonalDetail.Erased", Cancellation)).EntityId);
    }
}
