using CompetencyPortal.Data;
using CompetencyPortal.Data.Entities;
using CompetencyPortal.Web.Infrastructure.Listing;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace CompetencyPortal.Web.Pages.Customers;

/// <summary>Who changed what about a customer and its associations, and when, from the audit trail; the latest first.</summary>
public sealed class HistoryModel(PortalDbContext db, ChangeText texts) : PageModel
{
    public ViewModel View { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(Guid id, [FromQuery(Name = Paging.Parameter)] int? number, CancellationToken cancellationToken)
    {
        if (await db.Customers.Where(customer => customer.Id == id).Select(customer => customer.Name).SingleOrDefaultAsync(cancellationToken) is not { } name)
        {
            return NotFound();
        }

        var events = EventsOf(id);
        var paging = Paging.In(await events.CountAsync(cancellationToken), number);
        var page = await paging.Of(events.OrderByDescending(one => one.OccurredAt).ThenByDescending(one => one.Id))
            .Select(one => new { Event = one, Actor = db.Users.Where(user => user.Id == one.ActorId).Select(user => user.DisplayName).FirstOrDefault() })
            .ToListAsync(cancellationToken);
        View = new ViewModel(id, name, [.. page.Select(one => new Change(one.Event.OccurredAt, one.Actor, texts.Of(one.Event)))], paging);
        return Page();
    }

    /// <summary>
    /// The events of the customer and of its associations. Those of an association name the customer when it is added and when it is
    /// deleted, so that one that is gone is found as well.
    /// </summary>
    private IQueryable<AuditEvent> EventsOf(Guid id)
    {
        var key = id.ToString();
        var own = db.AuditEvents.AsNoTracking().Where(one => one.PartnerId == db.PartnerScope);
        var associations = own.Where(one => one.EntityType == nameof(CustomerAssociation) && one.Details!.Contains(key)).Select(one => one.EntityId);
        return own.Where(one =>
            (one.EntityType == nameof(Customer) && one.EntityId == key) || (one.EntityType == nameof(CustomerAssociation) && associations.Contains(one.EntityId)));
    }

    public sealed record ViewModel(Guid Id, string Name, IReadOnlyList<Change> Changes, Paging Paging);

    /// <summary>What somebody did, in words; nobody where the account is no longer there, or the program acted.</summary>
    public sealed record Change(DateTimeOffset OccurredAt, string? Actor, string What);
}
