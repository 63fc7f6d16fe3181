using CompetencyPortal.Data.Entities;

using Microsoft.EntityFrameworkCore;

namespace CompetencyPortal.Data.Demo;

/// <summary>
/// A small, believable world to try the portal in: four organisations, each with a story to tell on the day of seeding, and
/// programme staff. It is made from a fixed seed: the same day gives the same world, to the last key.
/// </summary>
public static class DemoWorld
{
    private const ulong Seed = 2017_07_07;

    /// <summary>Fills a database that has no account yet; does nothing in any other.</summary>
    public static async Task SeedAsync(PortalDbContext db, DateOnly today, CancellationToken cancellationToken)
    {
        if (await db.Users.AnyAsync(cancellationToken))
        {
            return;
        }

        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
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
        db.AddRange(
            DemoAccount.Create(dice, "Ingrid Solheim", "ingrid.solheim@programme.example", PortalRole.ProgrammeEditor, null),
            DemoAccount.Create(dice, "Kwame Mensah", "kwame.mensah@programme.example", PortalRole.ProgrammeAdmin, null));
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
    }

    private static IEnumerable<DemoOrganisation> Organisations(DemoDice dice, DateOnly today)
    {
        _ = today;
        var fabrikam = new DemoOrganisation(dice, "Fabrikam Conseil", "4011723", "FR");
        fabrikam.Account("Claire Fontaine", "claire.fontaine@fabrikam.example", PortalRole.PartnerAdmin);
        fabrikam.Account("Youssef Amrani", "youssef.amrani@fabrikam.example", PortalRole.PartnerMember, maySeeAmounts: false);
        yield return fabrikam;

        var litware = new DemoOrganisation(dice, "Litware Ibérica", "4027815", "ES");
        litware.Account("Lucía Herrero", "lucia.herrero@litware.example", PortalRole.PartnerAdmin);
        litware.Account("Iker Etxeberria", "iker.etxeberria@litware.example", PortalRole.PartnerMember);
        yield return litware;

        var tailspin = new DemoOrganisation(dice, "Tailspin Serviços", "4033190", "BR");
        tailspin.Account("Beatriz Nogueira", "beatriz.nogueira@tailspin.example", PortalRole.PartnerAdmin);
        tailspin.Account("Thiago Okamoto", "thiago.okamoto@tailspin.example", PortalRole.PartnerMember);
        yield return tailspin;

        var contoso = new DemoOrganisation(dice, "Contoso Global Services", "4000042", "US");
        contoso.Account("Grace Adeyemi", "grace.adeyemi@contoso.example", PortalRole.PartnerAdmin);
        contoso.Account("Daniel Kowalczyk", "daniel.kowalczyk@contoso.example", PortalRole.PartnerMember);
        yield return contoso;
    }
}
