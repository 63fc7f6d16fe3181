using CompetencyPortal.Data;
using CompetencyPortal.Data.Providers;

using Microsoft.EntityFrameworkCore.Design;
using Microsoft.Extensions.DependencyInjection;

namespace CompetencyPortal.Cli.Operator;

/// <summary>
/// Gives <c>dotnet ef</c> the context of the provider named behind <c>--</c>, from the same registration as everywhere:
/// <c>dotnet ef migrations add Name --startup-project src/CompetencyPortal.Cli --project src/CompetencyPortal.Data.SqlServer -- SqlServer</c>.
/// </summary>
internal sealed class DesignTimeContext : IDesignTimeDbContextFactory<PortalDbContext>
{
    public PortalDbContext CreateDbContext(string[] args)
    {
        var services = OperatorDatabase.OfflineAsync(args.FirstOrDefault() ?? "PostgreSql").GetAwaiter().GetResult();
        return services.GetRequiredService<PortalDatabase>().CreateOwnerContext();
    }
}
