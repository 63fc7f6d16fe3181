using CompetencyPortal.Data.Countries;
using CompetencyPortal.Data.Entities;
using CompetencyPortal.Domain.Competencies;

using Microsoft.EntityFrameworkCore;

namespace CompetencyPortal.Data.Demo;

/// <summary>
/// A small, believable world to try the portal in: four organisations, each with a story to tell on the day of seeding, and
/// programme staff. It is made from a fixed seed: the same day gives the same world, to the last key.
/// </summary>
public static class DemoWorld
{
    private const ulong Seed = 2017_07_07;

    /// <summary>The story of an organisation of the demo; null for any other.</summary>
    public static DemoStory? StoryOf(PartnerNumber number) => number.Value switch
    {
        AboutToLoseGold.Number => DemoStory.AboutToLoseGold,
        NearlySilver.Number => DemoStory.NearlySilver,
        DevelopingMarket.Number => DemoStory.DevelopingMarket,
        LargePartner.Number => DemoStory.LargePartner,
        _ => null,
    };

    /// <summary>Fills a database that has no account yet; does nothing in any other.</summary>
    public static async Task SeedAsync(PortalDbContext db, DateOnly today, CancellationToken cancellationToken)
    {
        if (await db.Users.AnyAsync(cancellationToken))
        {
            return;
        }

        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        await FillAsync(db, today, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
    }

    /// <summary>Adds the world within the caller's transaction.</summary>
    internal static async Task FillAsync(PortalDbContext db, DateOnly today, CancellationToken cancellationToken)
    {
        var dice = new DemoDice(Seed);
        foreach (var organisation in Organisations(dice, today))
        {
            await db.EnterPartnerAsync(organisation.Partner.Id, cancellationToken);
            db.AddRange(organisation.Rows);
            db.Audit("Demo.Seeded", nameof(Partner), organisation.Partner.Id.ToString());
            await db.SaveChangesAsync(cancellationToken);
            db.ChangeTracker.Clear();
        }

        await db.EnterPartnerAsync(null, cancellationToken);
        db.AddRange(Markets());
        db.AddRange(
            DemoAccount.Create(dice, "Ingrid Solheim", "ingrid.solheim@programme.example", PortalRole.ProgrammeEditor, null),
            DemoAccount.Create(dice, "Kwame Mensah", "kwame.mensah@programme.example", PortalRole.ProgrammeAdmin, null));
        await db.SaveChangesAsync(cancellationToken);
    }

    private static IEnumerable<DemoOrganisation> Organisations(DemoDice dice, DateOnly today) =>
    [
        AboutToLoseGold.Create(dice, today),
        NearlySilver.Create(dice, today),
        DevelopingMarket.Create(dice, today),
        LargePartner.Create(dice, today),
    ];

    /// <summary>The countries of the organisations, as staff would have classified them before the first revision.</summary>
    private static IEnumerable<CountryMarket> Markets() =>
        from country in new[] { ("BR", Market.Developing), ("ES", Market.Developed), ("FR", Market.Developed), ("US", Market.Developed) }
        select new CountryMarket
        {
            CountryCode = CountryCode.Parse(country.Item1),
            EffectiveFrom = new DateOnly(2017, 1, 1),
            Market = country.Item2,
            Reason = "Demo: assumed, so that the demo’s organisations have a market.",
        };
}
