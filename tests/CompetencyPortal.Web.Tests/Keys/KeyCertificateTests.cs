using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

using CompetencyPortal.Data;
using CompetencyPortal.Testing;
using CompetencyPortal.Web.Infrastructure.Keys;
using CompetencyPortal.Web.Tests.Hosting;

using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;

namespace CompetencyPortal.Web.Tests.Keys;

/// <summary>Which certificates the portal starts with, and what it says of all others.</summary>
public sealed class KeyCertificateTests : IDisposable
{
    private const string Password = "a password for a key";

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("competencyportal-certificates-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Theory]
    [InlineData("Production")]
    [InlineData("Staging")]
    [InlineData("Test")]
    public void Start_WithoutACertificate_IsRefusedAndSaysHowToMakeOne(string environment)
    {
        var message = RefusalOf(() => Build(environment, []));
        Assert.Contains("DataProtection:Certificate:Path", message, StringComparison.Ordinal);
        Assert.Contains("openssl req -x509", message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Program_WithoutACertificate_EndsAndSaysSo() =>
        Assert.Contains("DataProtection:Certificate is not set", await RefusedStart.ReasonAsync(), StringComparison.Ordinal);

    [Fact]
    public void Start_WithoutACertificate_InDevelopment_IsAllowed() => Assert.NotNull(Build("Development", []));

    [Fact]
    public void Start_WithAPkcs12File_IsAllowed()
    {
        using var certificate = new TestCertificate();
        Assert.NotNull(Build("Production", certificate.Settings));
    }

    [Theory]
    [InlineData(false, false)]
    [InlineData(true, false)]
    [InlineData(false, true)]
    public void Load_PemFiles_ReadsThem(bool encrypted, bool oneFile)
    {
        using var key = RSA.Create(2048);
        var privateKey = encrypted
            ? key.ExportEncryptedPkcs8PrivateKeyPem(Password, new PbeParameters(PbeEncryptionAlgorithm.Aes256Cbc, HashAlgorithmName.SHA256, 1000))
            : key.ExportPkcs8PrivateKeyPem();
        var certificate = Write("keys.crt", SelfSigned(key).ExportCertificatePem() + (oneFile ? $"\n{privateKey}" : ""));
        var keyFile = oneFile ? certificate : Write("keys.key", privateKey);

        using var loaded = KeyCertificate.Load(Section(("Path", certificate), ("KeyPath", keyFile), ("Password", encrypted ? Password : null)));

        Assert.True(loaded.HasPrivateKey);
    }

    [Fact]
    public void Load_WithoutAPath_IsRefused() =>
        Assert.Contains("has no Path", RefusalOf(() => KeyCertificate.Load(Section(("Password", Password)))), StringComparison.Ordinal);

    [Fact]
    public void Load_AFileThatIsNotThere_IsRefusedByName()
    {
        var missing = Path.Combine(_folder.FullName, "missing.pfx");
        Assert.Contains(missing, RefusalOf(() => KeyCertificate.Load(Section(("Path", missing)))), StringComparison.Ordinal);
    }

    [Fact]
    public void Load_AFileOfSomethingElse_IsRefused() =>
        Assert.Contains("cannot be read", RefusalOf(() => KeyCertificate.Load(Section(("Path", Write("note.pfx", "not a certificate"))))), StringComparison.Ordinal);

    [Fact]
    public void Load_WithAWrongPassword_IsRefusedWithoutRepeatingIt()
    {
        using var certificate = new TestCertificate();
        var message = RefusalOf(() => KeyCertificate.Load(Section(("Path", certificate.Path), ("Password", Password))));
        Assert.Contains("cannot be read", message, StringComparison.Ordinal);
        Assert.DoesNotContain(Password, message, StringComparison.Ordinal);
    }

    [Fact]
    public void Load_AKeyOfAnotherCertificate_IsRefused()
    {
        using var key = RSA.Create(2048);
        using var another = RSA.Create(2048);
        var certificate = Write("keys.crt", SelfSigned(key).ExportCertificatePem());
        var keyFile = Write("keys.key", another.ExportPkcs8PrivateKeyPem());
        Assert.Contains("cannot be read", RefusalOf(() => KeyCertificate.Load(Section(("Path", certificate), ("KeyPath", keyFile)))), StringComparison.Ordinal);
    }

    [Fact]
    public void Load_ACertificateWithoutAPrivateKey_IsRefused()
    {
        using var key = RSA.Create(2048);
        var path = Path.Combine(_folder.FullName, "public.pfx");
        File.WriteAllBytes(path, X509CertificateLoader.LoadCertificate(SelfSigned(key).RawData).Export(X509ContentType.Pkcs12, Password));
        Assert.Contains("no private key", RefusalOf(() => KeyCertificate.Load(Section(("Path", path), ("Password", Password)))), StringComparison.Ordinal);
    }

    [Fact]
    public void Load_ACertificateOfAnEllipticCurve_IsRefused()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var now = TimeProvider.System.GetUtcNow();
        using var certificate = new CertificateRequest("CN=curve", key, HashAlgorithmName.SHA256).CreateSelfSigned(now, now.AddDays(1));
        var path = Path.Combine(_folder.FullName, "curve.pfx");
        File.WriteAllBytes(path, certificate.Export(X509ContentType.Pkcs12, Password));
        Assert.Contains("no RSA key", RefusalOf(() => KeyCertificate.Load(Section(("Path", path), ("Password", Password)))), StringComparison.Ordinal);
    }

    [Fact]
    public void Load_AShortKey_IsRefused()
    {
        using var key = RSA.Create(1024);
        var certificate = Write("short.pem", $"{SelfSigned(key).ExportCertificatePem()}\n{key.ExportPkcs8PrivateKeyPem()}");
        Assert.Contains("1024 bits", RefusalOf(() => KeyCertificate.Load(Section(("Path", certificate), ("KeyPath", certificate)))), StringComparison.Ordinal);
    }

    [Fact]
    public void LoadPresent_OnTheDaysAroundItsValidity_AllowsOnlyThoseWithin()
    {
        using var file = new TestCertificate();
        using var certificate = KeyCertificate.Load(Configuration(file.Settings).GetSection(KeyEncryption.Certificate));
        DateTimeOffset from = certificate.NotBefore, to = certificate.NotAfter;
        var section = Configuration(file.Settings).GetSection(KeyEncryption.Certificate);

        Assert.Contains("not valid before", RefusalOf(() => KeyCertificate.LoadPresent(section, from.AddSeconds(-1))), StringComparison.Ordinal);
        Assert.NotNull(KeyCertificate.LoadPresent(section, from));
        Assert.NotNull(KeyCertificate.LoadPresent(section, to.AddSeconds(-1)));
        Assert.Contains("DataProtection:FormerCertificates", RefusalOf(() => KeyCertificate.LoadPresent(section, to)), StringComparison.Ordinal);
    }

    [Fact]
    public void Start_WithAFormerCertificateThatExpired_IsAllowed()
    {
        using var expired = new TestCertificate(validFrom: TimeSpan.FromDays(-400), validTo: TimeSpan.FromDays(-30));
        Assert.Throws<StartRefusedException>(() => Build("Production", expired.Settings));
        Assert.NotNull(Build("Production", [.. TestCertificate.Shared.Settings, .. expired.FormerSettings]));
    }

    [Fact]
    public void Start_WithAFormerCertificateThatCannotBeRead_IsRefused() =>
        Assert.Contains(
            "DataProtection:FormerCertificates:0",
            RefusalOf(() => Build("Production", [.. TestCertificate.Shared.Settings, new("DataProtection:FormerCertificates:0:Path", "missing.pfx")])),
            StringComparison.Ordinal);

    private static string RefusalOf(Func<object> act) => Assert.Throws<StartRefusedException>(act).Message;

    private static WebApplicationBuilder Build(string environment, IEnumerable<KeyValuePair<string, string?>> settings)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { EnvironmentName = environment });
        builder.Configuration.AddInMemoryCollection(settings);
        builder.AddKeyEncryption(new FakeClock { Now = TimeProvider.System.GetUtcNow() });
        return builder;
    }

    private static IConfiguration Configuration(IEnumerable<KeyValuePair<string, string?>> settings) => new ConfigurationBuilder().AddInMemoryCollection(settings).Build();

    private static IConfigurationSection Section(params (string Key, string? Value)[] settings) =>
        Configuration(settings.Where(one => one.Value is not null).Select(one => KeyValuePair.Create($"{KeyEncryption.Certificate}:{one.Key}", one.Value))).GetSection(KeyEncryption.Certificate);

    private static X509Certificate2 SelfSigned(RSA key)
    {
        var now = TimeProvider.System.GetUtcNow();
        return new CertificateRequest("CN=keys", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1).CreateSelfSigned(now.AddDays(-1), now.AddDays(1));
    }

    private string Write(string name, string text)
    {
        var path = Path.Combine(_folder.FullName, name);
        File.WriteAllText(path, text);
        return path;
    }
}
