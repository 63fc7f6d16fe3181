using CompetencyPortal.Data.PostgreSql;
using CompetencyPortal.Data.Providers;
using CompetencyPortal.Data.SqlServer;

using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace CompetencyPortal.Data.Tests.Migrations;

/// <summary>What can be said of both providers' models without a server.</summary>
public sealed class ModelTests
{
    public static TheoryData<string> Providers => ["PostgreSql", "SqlServer"];

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task Model_OfEachProvider_HasNoChangeWithoutAMigration(string provider)
    {
        await using var services = await ServicesAsync(provider);
        await using var db = services.GetRequiredService<PortalDatabase>().CreateOwnerContext();
        Assert.NotEmpty(db.Database.GetMigrations());
        Assert.False(db.Database.HasPendingModelChanges(), $"Add a migration: dotnet ef migrations add, for {provider}.");
    }

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task Indexes_OfEachProvider_HaveNoFilter(string provider)
    {
        await using var services = await ServicesAsync(provider);
        await using var db = services.GetRequiredService<PortalDatabase>().CreateOwnerContext();
        var indexes = db.GetService<IDesignTimeModel>().Model.GetEntityTypes().SelectMany(type => type.GetIndexes()).ToList();
        Assert.NotEmpty(indexes);
        Assert.All(indexes, index => Assert.Null(index.GetFilter()));
    }

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task Passkeys_OfEachProvider_ArePartOfTheModel(string provider)
    {
        await using var services = await ServicesAsync(provider);
        await using var db = services.GetRequiredService<PortalDatabase>().CreateOwnerContext();
        Assert.NotNull(db.Model.FindEntityType(typeof(Microsoft.AspNetCore.Identity.IdentityUserPasskey<Guid>)));
    }

    [Fact]
    public void AddPortalData_WhenTheProviderIsUnknown_NamesThoseThereAre()
    {
        var exception = Assert.Throws<DatabaseStartException>(() => Register("Oracle"));
        Assert.Contains("Embedded, PostgreSql, SqlServer", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AddPortalData_WhenNoProviderIsNamed_TakesTheEmbeddedOne()
    {
        await using var services = Register(null);
        Assert.IsType<EmbeddedProvider>(services.GetRequiredService<DatabaseProvider>());
    }

    private static async Task<ServiceProvider> ServicesAsync(string provider)
    {
        var services = Register(provider);
        await services.GetRequiredService<PortalDatabase>().StartAsync(TestContext.Current.CancellationToken);
        return services;
    }

    private static ServiceProvider Register(string? provider)
    {
        var settings = new Dictionary<string, string?> { ["Database:Provider"] = provider, ["Database:OwnerConnectionString"] = "Database=none" };
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(settings).Build();
        return new ServiceCollection().AddLogging()
            .AddPortalData(configuration, new EmbeddedProvider(), new PostgreSqlProvider(), new SqlServerProvider())
            .BuildServiceProvider();
    }
}
