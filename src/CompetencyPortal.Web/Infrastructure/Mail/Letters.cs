using System.Globalization;
using CompetencyPortal.Data.Mail;
using CompetencyPortal.Web.Resources;
using Microsoft.Extensions.Localization;

namespace CompetencyPortal.Web.Infrastructure.Mail;

/// <summary>Writes mail in the language of whoever gets it, and puts it in the outbox: the next save stores it with the deed it speaks of.</summary>
public sealed class Letters(Outbox outbox, PublicAddress address, IStringLocalizer<MailTexts> texts, IStringLocalizer<SharedTexts> shared)
{
    /// <summary>Adds a mail to what the context saves next.</summary>
    /// <param name="recipient">The address.</param>
    /// <param name="name">The person's name; null where nobody knows it yet.</param>
    /// <param name="culture">The language that the person chose; null for that of the present request.</param>
    /// <param name="expiresAt">From when on the mail is no longer worth sending.</param>
    /// <param name="write">Writes it: texts that it looks up, and the formats that it is given, are in that language.</param>
    public void Add(string recipient, string? name, string? culture, DateTimeOffset expiresAt, Func<Formats, Letter> write)
    {
        var present = (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture);
        try
        {
            if (PortalCulture.All.FirstOrDefault(one => one.Name == culture) is { } chosen)
            {
                CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(chosen.Name);
            }

            var letter = write(new Formats());
            string greeting = name is null ? texts["Letter.Greeting"] : texts["Letter.GreetingByName", name];
            string portal = shared["App.Name"];
            string close = texts["Letter.Close", portal, address.Home];
            outbox.Add(recipient, letter.Subject, string.Join("\n\n", [greeting, .. letter.Paragraphs, close]) + "\n", expiresAt);
        }
        finally
        {
            (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture) = present;
        }
    }
}
