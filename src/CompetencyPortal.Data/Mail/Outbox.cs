using System.Security.Cryptography;

using CompetencyPortal.Data.Entities;

using Microsoft.AspNetCore.DataProtection;

namespace CompetencyPortal.Data.Mail;

/// <summary>Takes mail to be sent: it is stored by the next save, with the deed it speaks of, and goes out afterwards.</summary>
public sealed class Outbox(PortalDbContext db, IDataProtectionProvider protection, TimeProvider clock)
{
    private readonly IDataProtector _protector = protection.CreateProtector(typeof(Outbox).FullName!);

    /// <summary>Adds a mail to what the context saves next.</summary>
    /// <param name="recipient">The address.</param>
    /// <param name="subject">One line, which may stand in a log or a list: nothing secret.</param>
    /// <param name="text">The text, plain; it may hold a link that opens an account.</param>
    /// <param name="expiresAt">From when on the mail is no longer worth sending.</param>
    public void Add(string recipient, string subject, string text, DateTimeOffset expiresAt)
    {
        var now = clock.GetUtcNow();
        db.OutgoingMails.Add(new OutgoingMail
        {
            Recipient = recipient,
            Subject = subject,
            ProtectedText = _protector.Protect(text),
            CreatedAt = now,
            ExpiresAt = expiresAt,
            DueAt = now,
        });
    }

    /// <summary>The text of a mail; null where it is no longer kept, or the key that it was protected with is gone.</summary>
    public string? Read(OutgoingMail mail)
    {
        try
        {
            return mail.ProtectedText is { } text ? _protector.Unprotect(text) : null;
        }
        catch (CryptographicException)
        {
            return null;
        }
    }
}
