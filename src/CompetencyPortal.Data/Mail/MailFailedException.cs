namespace CompetencyPortal.Data.Mail;

/// <summary>A mail was not taken. The message says why without anything secret, and without the recipient.</summary>
public sealed class MailFailedException(string reason, Exception? cause = null) : Exception(reason, cause);
