using CompetencyPortal.Data.Entities;
using CompetencyPortal.Data.Listing;
using CompetencyPortal.Data.Revenue;
using CompetencyPortal.Testing;
using CompetencyPortal.Testing.Databases;

using Microsoft.EntityFrameworkCore;

namespace CompetencyPortal.Data.Tests.Revenue;

/// <summary>Paging by key gives every row once, in the order in which the database sorts them all, whatever is added and deleted meanwhile.</summary>
public abstract class LinePagingContract(DatabaseFixture server) : DatabaseContract(server)
{
    private const int Games = 4;

    private static readonly string[] Names = ["Northwind", "northwind", "Адвент", "Litware", "Ärzte", "Zeta"];
    private static readonly string[] Products = ["crm-online", "ax-2012-on-premises", "dynamics-365-customer-engagement"];

    private Partner _partner = null!;
    private Customer[] _customers = [];

    [Theory]
    [InlineData(LineColumn.Date)]
    [InlineData(LineColumn.Customer)]
    [InlineData(LineColumn.Product)]
    [InlineData(LineColumn.Business)]
    [InlineData(LineColumn.Amount)]
    [InlineData(LineColumn.Reference)]
    public async Task PagesForwardsAndBackwards_AreTheWholeListInItsOrder(LineColumn column)
    {
        await StoreOrganisationAsync();
        await Dice.PlayAsync(Games, async dice =>
        {
            await using var db = await Database.OpenAsync(_partner.Id);
            db.RemoveRange(await db.RevenueLines.ToListAsync(Cancellation));
            db.AddRange(dice.Some(0, 40, _ => LineOf(dice)));
            await db.SaveChangesAsync(Cancellation);
            var size = dice.Between(1, 9);
            foreach (var isDescending in (bool[])[false, true])
            {
                var order = LineOrder.Of(column, isDescending);
                var all = await order.Sort(db.RevenueLines).Select(line => line.Id).ToListAsync(Cancellation);

                Assert.Equal(all, await WalkAsync(db, column, order, isBackwards: false, size));
                Assert.Equal(all.AsEnumerable().Reverse(), await WalkAsync(db, column, order, isBackwards: true, size));
            }
        });
    }

    [Theory]
    [InlineData(LineColumn.Date)]
    [InlineData(LineColumn.Customer)]
    [InlineData(LineColumn.Product)]
    [InlineData(LineColumn.Business)]
    [InlineData(LineColumn.Amount)]
    [InlineData(LineColumn.Reference)]
    public async Task RowsThatStay_ComeOnce_ThoughOthersComeAndGoBetweenThePages(LineColumn column)
    {
        await StoreOrganisationAsync();
        await Dice.PlayAsync(Games, async dice =>
        {
            await using var db = await Database.OpenAsync(_partner.Id);
            db.RemoveRange(await db.RevenueLines.ToListAsync(Cancellation));
            var lines = dice.Some(5, 30, _ => LineOf(dice));
            db.AddRange(lines);
            await db.SaveChangesAsync(Cancellation);
            var staying = lines.Select(line => line.Id).ToHashSet();
            var isDescending = dice.Chance(50);
            var seen = await WalkAsync(db, column, LineOrder.Of(column, isDescending), isBackwards: dice.Chance(50), size: 3, between: async last =>
            {
                if (dice.Chance(50))
                {
                    db.Add(LineOf(dice));
                }

                // The row that the bookmark names may be the one that goes.
                if (dice.Chance(40) && await db.RevenueLines.FirstOrDefaultAsync(line => line.Id == last, Cancellation) is { } gone)
                {
                    db.Remove(gone);
                    staying.Remove(last);
                }

                await db.SaveChangesAsync(Cancellation);
            });

            Assert.Equal(seen.Count, seen.Distinct().Count());
            Assert.Empty(staying.Except(seen));
        });
    }

    private static async Task<List<Guid>> WalkAsync(
        PortalDbContext db, LineColumn column, KeyOrder<RevenueLine> order, bool isBackwards, int size, Func<Guid, Task>? between = null)
    {
        var seen = new List<Guid>();
        RowKey? last = null;
        while (true)
        {
            Assert.True(order.CanRead(last));
            var page = await order.Take(db.RevenueLines.AsNoTracking(), last, isBackwards, size).Include(line => line.Customer).ToListAsync(Cancellation);
            seen.AddRange(page.Select(line => line.Id));
            if (page.Count < size)
            {
                return seen;
            }

            last = new RowKey(page[^1].Id, KeyReaders.Write(ValueOf(page[^1], column)));
            if (between is not null)
            {
                await between(last.Row);
            }
        }
    }

    private static object ValueOf(RevenueLine line, LineColumn column) => column switch
    {
        LineColumn.Date => line.Date,
        LineColumn.Customer => line.Customer!.Name,
        LineColumn.Product => line.Product,
        LineColumn.Business => line.NetNew,
        LineColumn.Amount => line.Amount,
        LineColumn.Reference => line.ReferenceKey,
    };

    /// <summary>Few values of each kind, so that there are many ties.</summary>
    private RevenueLine LineOf(Dice dice) => Rows.Line(
        dice.Pick(_customers),
        dice.Between(-2, 2) * 10.25m,
        new DateOnly(2026, 3, 1).AddDays(dice.Below(4)),
        dice.Pick(Products),
        dice.Chance(50),
        dice.Chance(50) ? $"r {Guid.CreateVersion7():N}" : null);

    private async Task StoreOrganisationAsync()
    {
        _partner = Rows.Partner();
        _customers = [.. Names.Select(name => Rows.Customer(_partner, name))];
        await SaveAsync(null, _partner);
        await SaveAsync(_partner.Id, [.. _customers]);
    }
}
