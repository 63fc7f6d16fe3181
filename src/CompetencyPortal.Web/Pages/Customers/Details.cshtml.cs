using System.Collections.Immutable;
using CompetencyPortal.Data;
using CompetencyPortal.Data.Entities;
using CompetencyPortal.Domain.Evidence;
using CompetencyPortal.Domain.Revisions;
using CompetencyPortal.Web.Infrastructure;
using CompetencyPortal.Web.Infrastructure.Facts;
using CompetencyPortal.Web.Resources;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace CompetencyPortal.Web.Pages.Customers;

public sealed class DetailsModel(PortalDbContext db, CustomerStakes stakes, CurrentUser user, AsOf asOf, IStringLocalizer<FactsTexts> texts) : PageModel
{
    public ViewModel View { get; private set; } = null!;

    /// <summary>What an association would make count, for a reader with leave to see amounts.</summary>
    public ImmutableArray<CustomerGain> Gains { get; private set; } = [];

    /// <summary>Where readings of the rules count differently, for a reader with leave to see amounts.</summary>
    public ImmutableArray<CustomerReadings> Readings { get; private set; } = [];

    /// <summary>The empty form of one more association; it is posted to that page.</summary>
    public Associations.EditModel.InputModel Input { get; } = new();

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken)
    {
        var view = await db.Customers.AsNoTracking().Where(customer => customer.Id == id)
            .Select(customer => new ViewModel(
                customer.Id,
                customer.Name,
                customer.Code,
                db.RevenueLines.Count(line => line.CustomerId == id),
                customer.Associations.OrderByDescending(one => one.From).ThenBy(one => one.Type).ThenBy(one => one.Id)
                    .Select(one => new Association(one.Id, one.Type, one.From, one.Until)).ToList()))
            .SingleOrDefaultAsync(cancellationToken);
        if (view is null)
        {
            return NotFound();
        }

        View = view;
        if (user.MaySeeAmounts)
        {
            (Gains, Readings) = await stakes.OfAsync(id, cancellationToken);
        }

        return Page();
    }

    /// <summary>The days with and without an association, kind by kind.</summary>
    public IEnumerable<(AssociationType Type, ImmutableArray<AssociationStretch> Stretches)> History => View.Associations
        .GroupBy(one => one.Type).OrderBy(type => type.Key)
        .Select(type => (type.Key, AssociationStretch.Of([.. type.Select(one => EffectivePeriod.Between(one.From, one.Until))])));

    public Badge StateOf(Association association) => PeriodStates.SeenFrom(asOf.Date, association.From, association.Until) switch
    {
        PeriodState.Coming => new(Status.Announced, texts["Association.Coming"]),
        PeriodState.Current => new(Status.InForce, texts["Association.Current"]),
        PeriodState.Past => new(Status.Ended, texts["Association.Past"]),
    };

    public sealed record ViewModel(Guid Id, string Name, OwnReference? Code, int Lines, IReadOnlyList<Association> Associations);

    public sealed record Association(Guid Id, AssociationType Type, DateOnly? From, DateOnly? Until);
}
