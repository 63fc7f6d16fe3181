using CompetencyPortal.Data.DataProtection;
using CompetencyPortal.Testing.Databases;

using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CompetencyPortal.Data.Tests.DataProtection;

public abstract class PortalKeyContract(DatabaseFixture server) : DatabaseContract(server)
{
    [Fact]
    public async Task Unprotect_WhenAnotherNodeProtected_ReadsIt()
    {
        var secret = Node().CreateProtector("test").Protect("secret");
        Assert.Equal("secret", Node().CreateProtector("test").Unprotect(secret));
        await using var db = await Database.OpenAsync();
        Assert.NotEmpty(await db.DataProtectionKeys.ToListAsync(Cancellation));
    }

    private IDataProtectionProvider Node()
    {
        var services = new ServiceCollection().AddLogging().AddSingleton(Database.Services.GetRequiredService<IDbContextFactory<PortalDbContext>>());
        services.AddPortalKeys();
        return services.BuildServiceProvider().GetRequiredService<IDataProtectionProvider>();
    }
}
