namespace CompetencyPortal.Data.Mail;

/// <summary>How the way to the mail server is secured.</summary>
public enum SmtpSecurity
{
    /// <summary>The connection is encrypted before anything is said, and the server's certificate checked; a server that cannot is not used.</summary>
    StartTls,

    /// <summary>Not at all: for a relay on the same machine or in a network of its own.</summary>
    None,
}
