using CompetencyPortal.Data.Entities;
using CompetencyPortal.Data.Sessions;
using CompetencyPortal.Testing;
using CompetencyPortal.Testing.Databases;
using CompetencyPortal.Web.Infrastructure;
using CompetencyPortal.Web.Infrastructure.Sessions;

using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace CompetencyPortal.Web.Tests.Hosting;

/// <summary>The portal as it is started, on a test's database and with a clock that stands still; without the demo.</summary>
public sealed class PortalHost : WebApplicationFactory<Program>
{
    /// <summary>Stories sign in more often than anyone may by default.</summary>
    private const int Unlimited = 1_000_000;

    private readonly IEnumerable<KeyValuePair<string, string?>> _settings;
    private readonly Action<IServiceCollection>? _services;

    private readonly bool _ownsDatabase;

    private PortalHost(TestDatabase database, IEnumerable<KeyValuePair<string, string?>> settings, Action<IServiceCollection>? services, bool ownsDatabase = true)
    {
        Database = database;
        _settings = settings;
        _services = services;
        _ownsDatabase = ownsDatabase;
    }

    public TestDatabase Database { get; }

    public PortalLog Log { get; } = new();

    public FakeClock Clock => Database.Clock;

    /// <summary>Starts a portal; a setting given replaces the one that the host makes, and services are added to its own.</summary>
    public static async Task<PortalHost> StartAsync(
        DatabaseFixture server, IEnumerable<KeyValuePair<string, string?>>? settings = null, Action<IServiceCollection>? services = null)
    {
        var host = new PortalHost(await server.CreateAsync(), settings ?? [], services);
        _ = host.Server;
        return host;
    }

    /// <summary>Starts a second portal on the same database, as another node does.</summary>
    /// <param name="settings">What it is configured with besides, or instead.</param>
    public PortalHost StartAnotherNode(IEnumerable<KeyValuePair<string, string?>>? settings = null)
    {
        var host = new PortalHost(Database, [.. _settings, .. settings ?? []], _services, ownsDatabase: false);
        _ = host.Server;
        return host;
    }

    /// <summary>A browser that nobody has signed in with.</summary>
    /// <param name="language">What it asks for, as in <c>Accept-Language</c>.</param>
    public Browser OpenBrowser(string language = "en") => new(Server.CreateHandler(), language);

    /// <summary>A browser in which the account is signed in: its session is opened and its cookie written as the portal does it.</summary>
    public async Task<Browser> SignInAsync(PortalUser user, string language = "en", SessionStage stage = SessionStage.Complete, DateTimeOffset? previousVisitAt = null)
    {
        await using var scope = Services.CreateAsyncScope();
        var (token, _) = scope.ServiceProvider.GetRequiredService<UserSessions>().Open(user.Id, stage, previousVisitAt: previousVisitAt);
        await scope.ServiceProvider.GetRequiredService<Data.PortalDbContext>().SaveChangesAsync(TestContext.Current.CancellationToken);
        var response = new Microsoft.AspNetCore.Http.DefaultHttpContext().Response;
        Services.GetRequiredService<SessionCookie>().Write(response, token);
        var browser = OpenBrowser(language);
        browser.Take(response.Headers.SetCookie!);
        return browser;
    }

    /// <summary>Saves rows within the scope of an organisation, or of none.</summary>
    public async Task SaveAsync(Guid? partnerId, params object[] rows)
    {
        await using var db = await Database.OpenAsync(partnerId);
        db.AddRange(rows);
        await db.SaveChangesAsync(TestContext.Current.CancellationToken);
    }

    /// <summary>An organisation in a developed market, with an admin and a member who may see amounts.</summary>
    public async Task<Organisation> AddOrganisationAsync(string name = "Fabrikam")
    {
        var partner = Rows.Partner(name, market: Domain.Competencies.Market.Developed);
        var organisation = new Organisation(
            partner,
            Admin: Rows.User(partner, PortalRole.PartnerAdmin, displayName: $"Ana of {name}"),
            Member: Rows.User(partner, PortalRole.PartnerMember, maySeeAmounts: true, displayName: $"Ben of {name}"));
        await SaveAsync(null, organisation.Partner, organisation.Admin, organisation.Member);
        return organisation;
    }

    /// <summary>An account of programme staff.</summary>
    public async Task<PortalUser> AddStaffAsync(PortalRole role = PortalRole.ProgrammeAdmin)
    {
        var user = Rows.User(role: role, displayName: $"{role}");
        await SaveAsync(null, user);
        return user;
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        if (_ownsDatabase)
        {
            await Database.DisposeAsync();
        }
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseEnvironment("Test");
        builder.UseSetting("RateLimits:Attempts", $"{Unlimited}");
        builder.UseSetting(PublicAddress.Setting, Browser.Home.AbsoluteUri);
        foreach (var (key, value) in Database.Settings.Concat(TestCertificate.Shared.Settings).Concat(_settings))
        {
            builder.UseSetting(key, value);
        }

        builder.ConfigureLogging(logging => logging.ClearProviders().AddProvider(Log).SetMinimumLevel(LogLevel.Trace));
        builder.ConfigureTestServices(services =>
        {
            services.AddSingleton<TimeProvider>(Clock);
            services.ConfigureDbContext<Data.PortalDbContext>(options => options.AddInterceptors(Database.CommandLog));
            _services?.Invoke(services);
        });
    }
}
