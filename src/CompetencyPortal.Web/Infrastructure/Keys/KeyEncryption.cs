using System.Globalization;
using CompetencyPortal.Data;
using Microsoft.AspNetCore.DataProtection;

namespace CompetencyPortal.Web.Infrastructure.Keys;

/// <summary>
/// Encrypts the keys that protect cookies, forms and waiting mail with a certificate: they lie in the database for all nodes,
/// and whoever reads it should not have them.
/// </summary>
internal static partial class KeyEncryption
{
    public const string Certificate = "DataProtection:Certificate";
    public const string FormerCertificates = "DataProtection:FormerCertificates";

    private static readonly TimeSpan Notice = TimeSpan.FromDays(30);

    /// <exception cref="StartRefusedException">There is no certificate outside Development, or one that cannot be used.</exception>
    public static void AddKeyEncryption(this WebApplicationBuilder builder, TimeProvider clock)
    {
        var section = builder.Configuration.GetSection(Certificate);
        if (!section.Exists())
        {
            if (!builder.Environment.IsDevelopment())
            {
                throw new StartRefusedException(
                    $"{Certificate} is not set, and the environment is {builder.Environment.EnvironmentName}. Outside Development the keys that protect sessions are "
                    + $"stored encrypted. Set {Certificate}:Path to a PKCS#12 file (and :Password), or :Path and :KeyPath to PEM files. To make one:\n"
                    + "  openssl req -x509 -newkey rsa:3072 -nodes -days 1095 -subj /CN=CompetencyPortal -keyout keys.key -out keys.crt");
            }

            return;
        }

        var present = KeyCertificate.LoadPresent(section, clock.GetUtcNow());
        builder.Services.AddDataProtection().ProtectKeysWithCertificate(present)
            .UnprotectKeysWithAnyCertificate([present, .. builder.Configuration.GetSection(FormerCertificates).GetChildren().Select(KeyCertificate.Load)]);
        if (present.NotAfter - clock.GetUtcNow() < Notice)
        {
            builder.Services.AddHostedService(services =>
                new ExpiryNotice(present.NotAfter, services.GetRequiredService<ILoggerFactory>().CreateLogger(typeof(KeyEncryption).FullName!)));
        }
    }

    [LoggerMessage(LogLevel.Warning, "The certificate " + Certificate + " expires on {NotAfter}; after that day the portal does not start with it.")]
    private static partial void Expires(ILogger logger, string notAfter);

    private sealed class ExpiryNotice(DateTimeOffset notAfter, ILogger logger) : IHostedService
    {
        public Task StartAsync(CancellationToken cancellationToken)
        {
            Expires(logger, notAfter.ToString("u", CultureInfo.InvariantCulture));
            return Task.CompletedTask;
        }

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }
}
