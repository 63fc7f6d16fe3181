using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.Extensions.DependencyInjection;

namespace CompetencyPortal.Data.DataProtection;

/// <summary>Keeps data protection's keys in the portal's database.</summary>
public static class PortalKeyRegistration
{
    /// <summary>Keeps the keys in the database that <see cref="PortalDataRegistration.AddPortalData"/> registered.</summary>
    public static IDataProtectionBuilder PersistKeysToPortalDatabase(this IDataProtectionBuilder builder)
    {
        builder.Services.AddOptions<KeyManagementOptions>().Configure<IServiceProvider>(
            (options, services) => options.XmlRepository = new PortalKeyRepository(services));
        return builder;
    }
}
