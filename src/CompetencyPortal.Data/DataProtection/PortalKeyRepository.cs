using System.Xml.Linq;

using CompetencyPortal.Data.Entities;

using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Microsoft.AspNetCore.DataProtection.XmlEncryption;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace CompetencyPortal.Data.DataProtection;

/// <summary>
/// Keeps data protection's keys in the database, so that every node on it reads every other's cookies. Where keys are
/// encrypted, one that lies there unencrypted is none: whoever has read the table since may know it.
/// </summary>
internal sealed partial class PortalKeyRepository(IServiceProvider services, ILogger<PortalKeyRepository> logger) : IXmlRepository
{
    private static readonly XName EncryptedSecret = XName.Get("encryptedSecret", "http://schemas.asp.net/2015/03/dataProtection");

    // Both are found when they are needed: hosts put data protection together before the database is started.
    private bool EncryptsKeys => services.GetRequiredService<IOptions<KeyManagementOptions>>().Value.XmlEncryptor is not null;

    private PortalDbContext CreateContext() => services.GetRequiredService<IDbContextFactory<PortalDbContext>>().CreateDbContext();

    public IReadOnlyCollection<XElement> GetAllElements()
    {
        using var db = CreateContext();
        var stored = db.DataProtectionKeys.Select(key => key.Xml).AsEnumerable().Select(xml => XElement.Parse(xml));
        return EncryptsKeys ? [.. stored.Where(IsSafe)] : [.. stored];
    }

    public void StoreElement(XElement element, string friendlyName)
    {
        using var db = CreateContext();
        db.DataProtectionKeys.Add(new DataProtectionKey { FriendlyName = friendlyName, Xml = element.ToString(SaveOptions.DisableFormatting) });

        // The interface knows no asynchronous way, and a key is stored once in months.
        db.SaveChangesAsync().GetAwaiter().GetResult();
    }

    private bool IsSafe(XElement element)
    {
        var isSafe = element.Name.LocalName is not "key" || IsEncrypted(element);
        if (!isSafe)
        {
            Ignored(logger, element.Attribute("id")?.Value);
        }

        return isSafe;
    }

    private static bool IsEncrypted(XElement key)
    {
        var secrets = key.Descendants(EncryptedSecret).ToList();
        return secrets.Count > 0
            && secrets.TrueForAll(secret => secret.Attribute("decryptorType")?.Value.StartsWith($"{typeof(EncryptedXmlDecryptor).FullName},", StringComparison.Ordinal) is true)
            && !key.Descendants("masterKey").Any();
    }

    [LoggerMessage(LogLevel.Warning, "The key {Id} lies unencrypted in the database, and is not used.")]
    private static partial void Ignored(ILogger logger, string? id);
}
