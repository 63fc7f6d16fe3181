using CompetencyPortal.Data;
using CompetencyPortal.Testing.Databases;
using CompetencyPortal.Web.Infrastructure;
using CompetencyPortal.Web.Tests.Hosting;

using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace CompetencyPortal.Web.Tests.Mail;

public sealed class PublicAddressTests(PostgreSqlFixture server) : PortalTest(server)
{
    [Theory]
    [InlineData("https://portal.example.com", "https://portal.example.com/account/sign-in")]
    [InlineData("https://portal.example.com:8443/", "https://portal.example.com:8443/account/sign-in")]
    [InlineData("https://example.com/portal", "https://example.com/portal/account/sign-in")]
    public void OfPage_WhenAnAddressIsSet_StandsUnderIt(string setting, string address) =>
        Assert.Equal(address, Create(setting, "http://127.0.0.1:5080").OfPage("/Account/SignIn"));

    [Theory]
    [InlineData("http://127.0.0.1:5080", "http://127.0.0.1:5080/account/sign-in?returnUrl=%2Frevenue")]
    [InlineData("http://[::]:5080", "http://localhost:5080/account/sign-in?returnUrl=%2Frevenue")]
    [InlineData("https://*:5443", "https://localhost:5443/account/sign-in?returnUrl=%2Frevenue")]
    public void OfPage_WhenNoneIsSet_StandsWhereTheServerListens(string listening, string address) =>
        Assert.Equal(address, Create(null, listening).OfPage("/Account/SignIn", new { returnUrl = "/revenue" }));

    [Theory]
    [InlineData("portal.example.com")]
    [InlineData("ftp://portal.example.com")]
    [InlineData("https://portal.example.com/?a=b")]
    [InlineData("https://somebody@portal.example.com/")]
    public void Setting_ThatIsNoAddress_IsRefused(string setting) =>
        Assert.Contains(PublicAddress.Setting, Assert.Throws<StartRefusedException>(() => Create(setting, "http://localhost:5080")).Message, StringComparison.Ordinal);

    private PublicAddress Create(string? setting, string listening) => new(
        new ConfigurationBuilder().AddInMemoryCollection([new(PublicAddress.Setting, setting)]).Build(),
        new ListeningServer(listening),
        Portal.Services.GetRequiredService<LinkGenerator>());

    /// <summary>A server that listens at one address, and is never started.</summary>
    private sealed class ListeningServer : IServer
    {
        public ListeningServer(string address)
        {
            var addresses = new ServerAddressesFeature();
            addresses.Addresses.Add(address);
            Features.Set<IServerAddressesFeature>(addresses);
        }

        public IFeatureCollection Features { get; } = new FeatureCollection();

        public Task StartAsync<TContext>(IHttpApplication<TContext> application, CancellationToken cancellationToken)
            where TContext : notnull => Task.CompletedTask;

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public void Dispose()
        {
        }
    }
}
