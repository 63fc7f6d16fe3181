using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using CompetencyPortal.Data;

namespace CompetencyPortal.Web.Infrastructure.Keys;

/// <summary>
/// A certificate that encrypts data protection's keys, as the configuration names it: <c>Path</c> alone is a PKCS#12 file
/// (.pfx), with <c>KeyPath</c> a pair of PEM files, which may be one; <c>Password</c> opens the private key.
/// </summary>
internal static class KeyCertificate
{
    private const int LeastKeySize = 2048;

    /// <summary>Loads the certificate that a section names.</summary>
    /// <exception cref="StartRefusedException">It cannot be read, or cannot decrypt what it encrypts.</exception>
    public static X509Certificate2 Load(IConfigurationSection section)
    {
        var certificate = Read(section);
        using var key = certificate.GetRSAPrivateKey();
        return !certificate.HasPrivateKey ? throw Refusal(section, "has no private key: what it encrypts, nobody could read again.")
            : key is null ? throw Refusal(section, "has no RSA key, which the encryption of keys needs.")
            : key.KeySize < LeastKeySize ? throw Refusal(section, $"has a key of {key.KeySize} bits; at least {LeastKeySize} are needed.")
            : certificate;
    }

    /// <summary>Loads likewise the one that new keys are encrypted with: it must be valid now.</summary>
    /// <exception cref="StartRefusedException">It cannot be used.</exception>
    public static X509Certificate2 LoadPresent(IConfigurationSection section, DateTimeOffset now)
    {
        var certificate = Load(section);
        return now < certificate.NotBefore ? throw Refusal(section, $"is not valid before {certificate.NotBefore.ToUniversalTime():u}.")
            : now >= certificate.NotAfter ? throw Refusal(section, $"expired on {certificate.NotAfter.ToUniversalTime():u}. Name a new one, and this one under {KeyEncryption.FormerCertificates}.")
            : certificate;
    }

    private static X509Certificate2 Read(IConfigurationSection section)
    {
        var path = section["Path"] ?? throw Refusal(section, "has no Path.");
        var password = section["Password"];
        try
        {
            return section["KeyPath"] is not { } keyPath ? X509CertificateLoader.LoadPkcs12FromFile(path, password)
                : password is null ? X509Certificate2.CreateFromPemFile(path, keyPath)
                : X509Certificate2.CreateFromEncryptedPemFile(path, password, keyPath);
        }
        catch (Exception exception) when (exception is CryptographicException or IOException or UnauthorizedAccessException or ArgumentException)
        {
            throw Refusal(section, $"({path}) cannot be read: {exception.Message}", exception);
        }
    }

    private static StartRefusedException Refusal(IConfigurationSection section, string why, Exception? cause = null) =>
        new($"The certificate {section.Path} {why}", cause);
}
