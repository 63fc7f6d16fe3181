using System.Xml.Linq;

using CompetencyPortal.Data.Entities;

using Microsoft.AspNetCore.DataProtection.Repositories;
using Microsoft.EntityFrameworkCore;

namespace CompetencyPortal.Data.DataProtection;

/// <summary>Keeps data protection's keys in the database, so that every node on it reads every other's cookies.</summary>
internal sealed class PortalKeyRepository(IDbContextFactory<PortalDbContext> contexts) : IXmlRepository
{
    public IReadOnlyCollection<XElement> GetAllElements()
    {
        using var db = contexts.CreateDbContext();
        return [.. db.DataProtectionKeys.Select(key => key.Xml).AsEnumerable().Select(xml => XElement.Parse(xml))];
    }

    public void StoreElement(XElement element, string friendlyName)
    {
        using var db = contexts.CreateDbContext();
        db.DataProtectionKeys.Add(new DataProtectionKey { FriendlyName = friendlyName, Xml = element.ToString(SaveOptions.DisableFormatting) });

        // The interface knows no asynchronous way, and a key is stored once in months.
        db.SaveChangesAsync().GetAwaiter().GetResult();
    }
}
