namespace CompetencyPortal.Data.Mail;

/// <summary>Hands a mail over to whoever carries it.</summary>
public interface IMailSender
{
    /// <summary>Sends one mail; when this returns, somebody else has taken it.</summary>
    /// <param name="recipient">The address.</param>
    /// <param name="subject">One line.</param>
    /// <param name="text">The text, plain.</param>
    /// <param name="id">The same for each attempt at one mail, so that whoever gets it twice can tell.</param>
    /// <param name="cancellationToken">Ends the attempt.</param>
    /// <exception cref="MailFailedException">Nobody has taken it.</exception>
    Task SendAsync(string recipient, string subject, string text, Guid id, CancellationToken cancellationToken);
}
