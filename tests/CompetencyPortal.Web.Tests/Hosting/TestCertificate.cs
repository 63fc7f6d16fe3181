using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

using CompetencyPortal.Web.Infrastructure.Keys;

namespace CompetencyPortal.Web.Tests.Hosting;

/// <summary>A self-signed certificate made for a test run, in a file as an operator would name it.</summary>
public sealed class TestCertificate : IDisposable
{
    private static readonly Lazy<TestCertificate> OfThisRun = new(() =>
    {
        var certificate = new TestCertificate();
        AppDomain.CurrentDomain.ProcessExit += (_, _) => certificate.Dispose();
        return certificate;
    });

    public TestCertificate(TimeSpan? validFrom = null, TimeSpan? validTo = null)
    {
        using var key = RSA.Create(2048);
        var now = TimeProvider.System.GetUtcNow();
        using var certificate = new CertificateRequest("CN=CompetencyPortal tests", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1)
            .CreateSelfSigned(now + (validFrom ?? TimeSpan.FromDays(-1)), now + (validTo ?? TimeSpan.FromDays(365)));
        File.WriteAllBytes(Path, certificate.Export(X509ContentType.Pkcs12, Password));
    }

    /// <summary>The one that portals under test have unless a test gives them another.</summary>
    public static TestCertificate Shared => OfThisRun.Value;

    public string Path { get; } = System.IO.Path.Combine(System.IO.Path.GetTempPath(), $"competencyportal-{Guid.CreateVersion7():N}.pfx");

    public string Password { get; } = RandomNumberGenerator.GetHexString(32);

    public IEnumerable<KeyValuePair<string, string?>> Settings => SettingsAt(KeyEncryption.Certificate);

    public IEnumerable<KeyValuePair<string, string?>> FormerSettings => SettingsAt($"{KeyEncryption.FormerCertificates}:0");

    public void Dispose() => File.Delete(Path);

    private IEnumerable<KeyValuePair<string, string?>> SettingsAt(string section) => [new($"{section}:Path", Path), new($"{section}:Password", Password)];
}
