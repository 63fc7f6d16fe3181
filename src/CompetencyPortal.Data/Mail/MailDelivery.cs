using CompetencyPortal.Data.Entities;
using CompetencyPortal.Data.Values;

using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace CompetencyPortal.Data.Mail;

/// <summary>
/// Sends the mail that is due. Several nodes may do so at once: a mail is claimed before it is sent, and the claim is at the
/// same time the next attempt, should this one fail or the node with it.
/// </summary>
public sealed partial class MailDelivery(PortalDbContext db, Outbox outbox, IMailSender sender, TimeProvider clock, ILogger<MailDelivery> log)
{
    /// <summary>How long one attempt may take: less than the shortest pause, so that no other node takes the mail for abandoned.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private static readonly TimeSpan FirstPause = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan LongestPause = TimeSpan.FromHours(2);

    /// <summary>Sends what is due, until nothing is, or an attempt fails: the next round goes on with the mail after it.</summary>
    /// <returns>How many mails were sent.</returns>
    public async Task<int> SendDueAsync(CancellationToken cancellationToken = default)
    {
        for (var sent = 0; ; sent++)
        {
            if (await ClaimAsync(cancellationToken) is not { } mail || !await TryAsync(mail, cancellationToken))
            {
                return sent;
            }
        }
    }

    /// <summary>How long to wait after an attempt: twice as long each time.</summary>
    public static TimeSpan PauseAfter(int attempts)
    {
        var pause = FirstPause;
        for (var i = 1; i < attempts && pause < LongestPause; i++)
        {
            pause *= 2;
        }

        return pause < LongestPause ? pause : LongestPause;
    }

    /// <summary>The mail that has waited longest, claimed for this node; null if none is due. What has expired is given up on the way.</summary>
    private async Task<OutgoingMail?> ClaimAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            var now = Instant.ToStored(clock.GetUtcNow());
            var mail = await db.OutgoingMails.AsNoTracking().Where(row => row.DueAt <= now).OrderBy(row => row.DueAt).ThenBy(row => row.Id)
                .FirstOrDefaultAsync(cancellationToken);
            if (mail is null)
            {
                return null;
            }

            if (mail.ExpiresAt <= now)
            {
                await GiveUpAsync(mail, cancellationToken);
                continue;
            }

            var next = now + PauseAfter(mail.Attempts + 1);
            var claimed = await AsRead(mail).ExecuteUpdateAsync(
                set => set.SetProperty(row => row.Attempts, row => row.Attempts + 1).SetProperty(row => row.DueAt, next), cancellationToken);
            if (claimed > 0)
            {
                mail.Attempts++;
                mail.DueAt = next;
                return mail;
            }
        }
    }

    private async Task<bool> TryAsync(OutgoingMail mail, CancellationToken cancellationToken)
    {
        try
        {
            await SendAsync(mail, cancellationToken);
        }
        catch (MailFailedException failure)
        {
            NotSent(log, mail.Id, mail.Attempts, failure.Message);
            await AsRead(mail).ExecuteUpdateAsync(set => set.SetProperty(row => row.Failure, failure.Message), cancellationToken);
            return false;
        }

        // Once a mail is sent, nothing is to keep it from being noted.
        var now = Instant.ToStored(clock.GetUtcNow());
        await AsRead(mail).ExecuteUpdateAsync(
            set => set.SetProperty(row => row.SentAt, now).SetProperty(row => row.DueAt, (DateTimeOffset?)null)
                .SetProperty(row => row.ProtectedText, (string?)null).SetProperty(row => row.Failure, (string?)null),
            CancellationToken.None);
        Sent(log, mail.Id, mail.Attempts);
        return true;
    }

    private async Task SendAsync(OutgoingMail mail, CancellationToken cancellationToken)
    {
        using var patience = new CancellationTokenSource(Patience);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, cancellationToken);
        try
        {
            var text = outbox.Read(mail) ?? throw new MailFailedException("The text cannot be read any more: its key is gone.");
            await sender.SendAsync(mail.Recipient, mail.Subject, text, mail.Id, both.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            throw new MailFailedException($"The mail server took longer than {Patience.TotalSeconds:0} seconds.");
        }
    }

    private async Task GiveUpAsync(OutgoingMail mail, CancellationToken cancellationToken)
    {
        var given = await AsRead(mail).ExecuteUpdateAsync(
            set => set.SetProperty(row => row.DueAt, (DateTimeOffset?)null).SetProperty(row => row.ProtectedText, (string?)null), cancellationToken);
        if (given > 0)
        {
            GivenUp(log, mail.Id, mail.Attempts);
        }
    }

    /// <summary>The row, if nobody has claimed, sent or given it up since it was read.</summary>
    private IQueryable<OutgoingMail> AsRead(OutgoingMail mail) =>
        db.OutgoingMails.Where(row => row.Id == mail.Id && row.Attempts == mail.Attempts && row.DueAt != null);

    [LoggerMessage(LogLevel.Information, "Mail {Mail} was sent at attempt {Attempt}.")]
    private static partial void Sent(ILogger logger, Guid mail, int attempt);

    [LoggerMessage(LogLevel.Warning, "Mail {Mail} was not sent at attempt {Attempt}: {Reason}")]
    private static partial void NotSent(ILogger logger, Guid mail, int attempt, string reason);

    [LoggerMessage(LogLevel.Warning, "Mail {Mail} is no longer worth sending and was given up after {Attempts} attempts.")]
    private static partial void GivenUp(ILogger logger, Guid mail, int attempts);
}
