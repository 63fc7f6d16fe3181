using System.Xml.Linq;

using CompetencyPortal.Data.Entities;

using Microsoft.AspNetCore.DataProtection.Repositories;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CompetencyPortal.Data.DataProtection;

/// <summary>Keeps data protection's keys in the database, so that every node on it reads every other's cookies.</summary>
internal sealed class PortalKeyRepository(IServiceProvider services) : IXmlRepository
{
    // Found when it is needed: hosts put data protection together before the database is started.
    private PortalDbContext CreateContext() => services.GetRequiredService<IDbContextFactory<PortalDbContext>>().CreateDbContext();

    public IReadOnlyCollection<XElement> GetAllElements()
    {
        using var db = CreateContext();
        return [.. db.DataProtectionKeys.Select(key => key.Xml).AsEnumerable().Select(xml => XElement.Parse(xml))];
    }

    public void StoreElement(XElement element, string friendlyName)
    {
        using var db = CreateContext();
        db.DataProtectionKeys.Add(new DataProtectionKey { FriendlyName = friendlyName, Xml = element.ToString(SaveOptions.DisableFormatting) });

        // The interface knows no asynchronous way, and a key is stored once in months.
        db.SaveChangesAsync().GetAwaiter().GetResult();
    }
}
