using System.Net;
using System.Net.Mail;
using System.Text;

using Microsoft.Extensions.Options;

namespace CompetencyPortal.Data.Mail;

/// <summary>Sends mail through the mail server of the configuration.</summary>
public sealed class SmtpMailSender(IOptions<MailOptions> options) : IMailSender
{
    /// <inheritdoc/>
    public async Task SendAsync(string recipient, string subject, string text, Guid id, CancellationToken cancellationToken)
    {
        if (!Recipient.IsAddress(recipient))
        {
            throw new MailFailedException("The recipient is not one address.");
        }

        var smtp = options.Value.Smtp;
        try
        {
            using var message = Compose(recipient, subject, text, id);
            using var client = new SmtpClient(smtp.Host, smtp.Port)
            {
                EnableSsl = smtp.Security is SmtpSecurity.StartTls,
                DeliveryFormat = SmtpDeliveryFormat.International,
                Credentials = string.IsNullOrEmpty(smtp.UserName) ? null : new NetworkCredential(smtp.UserName, smtp.Password),
            };
            await client.SendMailAsync(message, cancellationToken);
        }
        catch (SmtpException failure)
        {
            // The server's own words may repeat the address.
            throw new MailFailedException(ReasonOf(failure), failure);
        }
        catch (ArgumentException failure)
        {
            throw new MailFailedException("The subject cannot stand in a mail.", failure);
        }
    }

    private MailMessage Compose(string recipient, string subject, string text, Guid id)
    {
        var from = new MailAddress(options.Value.From!);
        return new MailMessage(from, new MailAddress(recipient))
        {
            Subject = subject,
            SubjectEncoding = Encoding.UTF8,
            Body = text,
            BodyEncoding = Encoding.UTF8,
            BodyTransferEncoding = System.Net.Mime.TransferEncoding.Base64,
            Headers =
            {
                ["Message-ID"] = $"<{id:N}@{from.Host}>",
                ["Auto-Submitted"] = "auto-generated",
            },
        };
    }

    private static string ReasonOf(SmtpException failure) => failure.StatusCode is SmtpStatusCode.GeneralFailure
        ? $"The mail server was not reached or did not answer as it should ({(failure.InnerException ?? failure).GetType().Name})."
        : $"The mail server answered {(int)failure.StatusCode} ({failure.StatusCode}).";
}
