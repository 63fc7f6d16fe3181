using CompetencyPortal.Data;
using CompetencyPortal.Data.Entities;
using CompetencyPortal.Web.Resources;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace CompetencyPortal.Web.Infrastructure.Mail;

/// <summary>Tells the owner of an account by mail when what signing in rests on was changed: it may not have been they. Nobody reads a demo account's mail.</summary>
public sealed class SecurityNotices(PortalDbContext db, Letters letters, PublicAddress address, IStringLocalizer<MailTexts> texts, TimeProvider clock)
{
    private static readonly TimeSpan Worth = TimeSpan.FromDays(7);

    /// <summary>Adds the mail to what is saved next.</summary>
    public void AddPasswordChanged(PortalUser user) => Add(user, formats => new Letter(
        texts["PasswordChanged.Subject"],
        texts["PasswordChanged.What", formats.Moment(clock.GetUtcNow())],
        texts["PasswordChanged.Otherwise"],
        address.OfPage("/Account/Forgot")));

    /// <summary>Stores the mail.</summary>
    public async Task SecondFactorChangedAsync(Guid userId, CancellationToken cancellationToken)
    {
        Add(await db.Users.AsNoTracking().SingleAsync(row => row.Id == userId, cancellationToken), formats => new Letter(
            texts["SecondFactorChanged.Subject"],
            texts["SecondFactorChanged.What", formats.Moment(clock.GetUtcNow())],
            texts["SecondFactorChanged.Otherwise"],
            address.OfPage("/Account/Index")));
        await db.SaveChangesAsync(cancellationToken);
    }

    private void Add(PortalUser user, Func<Formats, Letter> write)
    {
        if (!user.IsDemo)
        {
            letters.Add(user.Email!, user.DisplayName, user.Culture, clock.GetUtcNow() + Worth, write);
        }
    }
}
