using CompetencyPortal.Testing.Databases;

using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace CompetencyPortal.Web.Tests;

/// <summary>The portal as it is, in the test's process, on a database of its own and by a clock that stands still.</summary>
public sealed class Portal : WebApplicationFactory<Program>
{
    private readonly Action<IWebHostBuilder>? _configure;

    private Portal(TestDatabase database, Action<IWebHostBuilder>? configure)
    {
        Database = database;
        _configure = configure;
    }

    public TestDatabase Database { get; }

    public static async Task<Portal> StartAsync(DatabaseFixture server, Action<IWebHostBuilder>? configure = null) =>
        new(await server.CreateAsync(), configure);

    /// <summary>A client that keeps cookies and shows redirects instead of following them.</summary>
    public HttpClient Browse(string language = "en")
    {
        var client = CreateClient(new WebApplicationFactoryClientOptions { AllowAutoRedirect = false, BaseAddress = new Uri("https://localhost") });
        client.DefaultRequestHeaders.Add("Accept-Language", language);
        return client;
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        await Database.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        foreach (var (name, value) in Database.Settings)
        {
            builder.UseSetting(name, value);
        }

        builder.UseEnvironment("Production");
        builder.ConfigureTestServices(services =>
        {
            services.AddSingleton<TimeProvider>(Database.Clock);
            services.AddLogging(logging => logging.ClearProviders());
        });
        _configure?.Invoke(builder);
    }
}
