using System.Net.Mail;

namespace CompetencyPortal.Data.Mail;

/// <summary>How mail goes out: the section <c>Mail</c> of the configuration. Without <c>Mail:Smtp:Host</c> it waits.</summary>
public sealed record MailOptions
{
    public const string Section = "Mail";

    internal const string Refusal =
        "Where Mail:Smtp:Host names a mail server, Mail:From must be the address that the portal writes from, Mail:Smtp:Port a port, "
        + "and Mail:Smtp:UserName and Mail:Smtp:Password both set or neither; with Mail:Smtp:Security None, neither, because they would cross the network in the clear.";

    /// <summary>The address that mail comes from, by itself or with a name: <c>Competency Portal &lt;portal@example.org&gt;</c>.</summary>
    public string? From { get; init; }

    public SmtpOptions Smtp { get; init; } = new();

    /// <summary>Whether a mail server is named.</summary>
    public bool HasServer => !string.IsNullOrWhiteSpace(Smtp.Host);

    internal bool AreSensible => !HasServer
        || (MailAddress.TryCreate(From, out _)
            && Smtp.Port is > 0 and <= ushort.MaxValue
            && string.IsNullOrEmpty(Smtp.UserName) == string.IsNullOrEmpty(Smtp.Password)
            && (Smtp.Security is SmtpSecurity.StartTls || string.IsNullOrEmpty(Smtp.UserName)));

    /// <summary>The mail server.</summary>
    public sealed record SmtpOptions
    {
        public string? Host { get; init; }

        public int Port { get; init; } = 587;

        public string? UserName { get; init; }

        public string? Password { get; init; }

        public SmtpSecurity Security { get; init; }
    }
}
