using CompetencyPortal.Testing.Databases;

namespace CompetencyPortal.Web.Tests;

/// <summary>One portal for the tests of a class that change nothing.</summary>
public sealed class PortalFixture(PostgreSqlFixture server) : IAsyncLifetime
{
    public Portal Portal { get; private set; } = null!;

    public async ValueTask InitializeAsync() => Portal = await Portal.StartAsync(server);

    public ValueTask DisposeAsync() => Portal.DisposeAsync();
}
