using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace CompetencyPortal.Data.DataProtection;

/// <summary>Data protection, whose keys lie in the portal's database.</summary>
public static class PortalKeyRegistration
{
    private const string ApplicationName = "CompetencyPortal";

    /// <summary>Adds data protection with its keys in the database that <see cref="PortalDataRegistration.AddPortalData"/> registers.</summary>
    public static IServiceCollection AddPortalKeys(this IServiceCollection services)
    {
        services.AddDataProtection().SetApplicationName(ApplicationName);
        services.AddOptions<KeyManagementOptions>().Configure<IServiceProvider, ILogger<PortalKeyRepository>>(
            (options, root, logger) => options.XmlRepository = new PortalKeyRepository(root, logger));
        return services;
    }
}
