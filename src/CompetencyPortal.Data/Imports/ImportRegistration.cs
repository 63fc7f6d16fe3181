using CompetencyPortal.Data.Imports.Checking;
using CompetencyPortal.Data.Imports.Effects;
using CompetencyPortal.Data.Imports.Storing;

using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace CompetencyPortal.Data.Imports;

/// <summary>The registration of what brings files into the facts.</summary>
public static class ImportRegistration
{
    /// <summary>What receives, checks and stores imports; who works on them in the background is <see cref="AddImportService"/>'s.</summary>
    internal static IServiceCollection AddImports(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<ImportLimits>().Bind(configuration.GetSection(ImportLimits.Section)).Validate(limits => limits.AreSensible, ImportLimits.Refusal).ValidateOnStart();
        services.AddSingleton<ImportQueue>();
        services.AddScoped<ImportDesk>();
        services.AddScoped<ImportCheck>();
        services.AddScoped<ImportStore>();
        services.AddScoped<EffectOfImport>();
        services.AddScoped(scope => new ImportWork(
            scope.GetRequiredService<PortalDbContext>(), scope.GetRequiredService<IDbContextFactory<PortalDbContext>>(), scope.GetRequiredService<ImportCheck>(),
            scope.GetRequiredService<ImportStore>(), scope.GetRequiredService<TimeProvider>(), scope.GetRequiredService<ILogger<ImportWork>>()));
        return services;
    }

    /// <summary>Works on imports in the background, for programs that run on.</summary>
    public static IServiceCollection AddImportService(this IServiceCollection services) => services.AddHostedService<ImportService>();
}
