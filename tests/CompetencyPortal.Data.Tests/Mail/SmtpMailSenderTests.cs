using System.Diagnostics;
using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using System.Text.RegularExpressions;

using CompetencyPortal.Data.Mail;
using CompetencyPortal.Testing;

using Microsoft.Extensions.Options;

namespace CompetencyPortal.Data.Tests.Mail;

/// <summary>What crosses the wire to a mail server.</summary>
public sealed partial class SmtpMailSenderTests
{
    private const string Recipient = "carla@fabrikam.example";
    private static readonly Guid Id = Guid.Parse("0192f3c8-0000-7000-8000-000000000001");

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("Ana Sousa invites you to Fabrikam", "Hello Carla,\n\nhttps://portal.example/account/invitation?token=abc\n")]
    [InlineData("Ana Sousa vous invite à rejoindre « L’Étoile »", "Bonjour, à bientôt…\n")]
    [InlineData("Ana Sousa le invita a «Señales»", "¡Hola, Íñigo!\n")]
    [InlineData("Ана Соуза приглашает вас в организацию «Соловей», и это довольно длинная тема письма", "Здравствуйте!\n")]
    [InlineData("Ana Sousa 邀請您加入「法布里康顧問股份有限公司」的合作夥伴入口網站", "您好：\n\n本郵件由入口網站自動撰寫。\n")]
    public async Task Send_InAnyLanguage_ArrivesAsItWasWritten(string subject, string text)
    {
        await using var server = new SmtpListener();
        await SenderTo(server).SendAsync(Recipient, subject, text, Id, Cancellation);
        var (headers, body) = Parse(Assert.Single(server.Mails));
        Assert.All(headers, header => Assert.True(Ascii.IsValid(header.Value), header.Value));
        Assert.Equal(subject, Decode(headers["Subject"]));
        Assert.Equal(text, body);
        Assert.Equal((Recipient, "portal@programme.example"), (headers["To"], AddressIn(headers["From"])));
        Assert.Equal(("auto-generated", $"<{Id:N}@programme.example>"), (headers["Auto-Submitted"], headers["Message-ID"]));
    }

    /// <summary>Neither the address nor the subject can add a header or a recipient.</summary>
    [Theory]
    [InlineData("carla@fabrikam.example\r\nBcc: eve@tailspin.example", "Invitation")]
    [InlineData("carla@fabrikam.example, eve@tailspin.example", "Invitation")]
    [InlineData(Recipient, "Invitation\r\nBcc: eve@tailspin.example")]
    [InlineData(Recipient, "Invitation\nBcc: eve@tailspin.example")]
    public async Task Send_WithAHeaderHidden_SendsNothingToAnyoneElse(string recipient, string subject)
    {
        await using var server = new SmtpListener();
        await Assert.ThrowsAsync<MailFailedException>(() => SenderTo(server).SendAsync(recipient, subject, "text", Id, Cancellation));
        Assert.Empty(server.Mails);
        Assert.DoesNotContain(server.Said, line => line.Contains("eve", StringComparison.OrdinalIgnoreCase));
    }

    [Theory]
    [InlineData("carla@fabrikam.example", true)]
    [InlineData("o’neil+portal@fabrikam.example", true)]
    [InlineData(null, false)]
    [InlineData("", false)]
    [InlineData("carla", false)]
    [InlineData("Carla <carla@fabrikam.example>", false)]
    [InlineData("carla@fabrikam.example;eve@tailspin.example", false)]
    [InlineData("carla@fabrikam.example\n", false)]
    public void IsAddress_OfAText_IsTrueForOneAddressAlone(string? text, bool expected) => Assert.Equal(expected, Data.Mail.Recipient.IsAddress(text));

    [Fact]
    public async Task Send_WhenTheServerRefuses_SaysWhyWithoutTheAddress()
    {
        await using var server = new SmtpListener { AnswerToRecipient = $"550 <{Recipient}> unknown" };
        var failure = await Assert.ThrowsAsync<MailFailedException>(() => SenderTo(server).SendAsync(Recipient, "Invitation", "text", Id, Cancellation));
        Assert.Contains("550", failure.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(Recipient, failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Send_WhenNobodyListens_SaysSo()
    {
        int port;
        await using (var gone = new SmtpListener())
        {
            port = gone.Port;
        }

        var sender = SenderTo(port);
        await Assert.ThrowsAsync<MailFailedException>(() => sender.SendAsync(Recipient, "Invitation", "text", Id, Cancellation));
    }

    [Fact]
    public async Task Send_WhenTheServerSaysNothing_StopsAsSoonAsItIsTold()
    {
        await using var server = new SmtpListener { IsSilent = true };
        using var soon = new CancellationTokenSource(TimeSpan.FromMilliseconds(300));
        var watch = Stopwatch.StartNew();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => SenderTo(server).SendAsync(Recipient, "Invitation", "text", Id, soon.Token));
        Assert.InRange(watch.Elapsed, TimeSpan.Zero, TimeSpan.FromSeconds(5));
    }

    [Fact]
    public async Task Send_WhenTheServerCannotEncrypt_SendsNothingInTheClear()
    {
        await using var server = new SmtpListener();
        var sender = SenderTo(server.Port, SmtpSecurity.StartTls, "portal", "a password of the server");
        await Assert.ThrowsAsync<MailFailedException>(() => sender.SendAsync(Recipient, "Invitation", "text", Id, Cancellation));
        Assert.Empty(server.Mails);
        Assert.DoesNotContain(server.Said, line => line.StartsWith("AUTH", StringComparison.OrdinalIgnoreCase) || line.StartsWith("MAIL", StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task Send_WhenTheServersCertificateIsNobodys_SendsNothing()
    {
        using var key = RSA.Create(2048);
        using var certificate = new CertificateRequest("CN=localhost", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1)
            .CreateSelfSigned(new DateTimeOffset(2020, 1, 1, 0, 0, 0, TimeSpan.Zero), new DateTimeOffset(2100, 1, 1, 0, 0, 0, TimeSpan.Zero));
        await using var server = new SmtpListener { Certificate = certificate };
        await Assert.ThrowsAsync<MailFailedException>(
            () => SenderTo(server.Port, SmtpSecurity.StartTls).SendAsync(Recipient, "Invitation", "text", Id, Cancellation));
        Assert.Contains("STARTTLS", server.Said);
        Assert.Empty(server.Mails);
    }

    private static SmtpMailSender SenderTo(SmtpListener server) => SenderTo(server.Port);

    private static SmtpMailSender SenderTo(int port, SmtpSecurity security = SmtpSecurity.None, string? user = null, string? password = null) => new(Options.Create(new MailOptions
    {
        From = "Competency Portal <portal@programme.example>",
        Smtp = new MailOptions.SmtpOptions { Host = "localhost", Port = port, Security = security, UserName = user, Password = password },
    }));

    private static (Dictionary<string, string> Headers, string Body) Parse(string mail)
    {
        var parts = mail.Split("\n\n", 2);
        var headers = Folded().Replace(parts[0], " ").Split('\n').Select(line => line.Split(": ", 2)).ToDictionary(header => header[0], header => header[1]);
        Assert.Equal("base64", headers["Content-Transfer-Encoding"]);
        return (headers, Encoding.UTF8.GetString(Convert.FromBase64String(parts[1])).ReplaceLineEndings("\n"));
    }

    /// <summary>An unstructured header as RFC 2047 reads it; between two encoded words a blank means nothing.</summary>
    private static string Decode(string header) => EncodedWord().Replace(
        Regex.Replace(header, @"\?=\s+=\?", "?==?"),
        word => word.Groups[1].Value is "B" or "b"
            ? Encoding.UTF8.GetString(Convert.FromBase64String(word.Groups[2].Value))
            : Encoding.UTF8.GetString(WebUtility.UrlDecodeToBytes(Encoding.ASCII.GetBytes(word.Groups[2].Value.Replace('_', ' ').Replace('=', '%')), 0, word.Groups[2].Value.Length)));

    private static string AddressIn(string header) => header.Split('<', '>')[1];

    [GeneratedRegex(@"\n[ \t]+")]
    private static partial Regex Folded();

    [GeneratedRegex(@"=\?utf-8\?([BbQq])\?([^?]*)\?=", RegexOptions.IgnoreCase)]
    private static partial Regex EncodedWord();
}
