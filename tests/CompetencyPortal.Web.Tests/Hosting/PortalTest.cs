using CompetencyPortal.Testing.Databases;

using Microsoft.Extensions.DependencyInjection;

namespace CompetencyPortal.Web.Tests.Hosting;

/// <summary>A test of the running portal. Each test has a portal of its own, on a database of its own.</summary>
public abstract class PortalTest(PostgreSqlFixture server) : IAsyncLifetime
{
    private PortalHost? _portal;

    protected PortalHost Portal => _portal ?? throw new InvalidOperationException("The test's portal has not been started.");

    protected static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <summary>What the portal is configured with beside its database, as <c>Section:Key</c>.</summary>
    protected virtual IEnumerable<KeyValuePair<string, string?>> Settings => [];

    /// <summary>Adds to the portal's own services.</summary>
    protected virtual void AddServices(IServiceCollection services)
    {
    }

    public async ValueTask InitializeAsync() => _portal = await PortalHost.StartAsync(server, Settings, AddServices);

    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        if (_portal is not null)
        {
            await _portal.DisposeAsync();
        }
    }
}
