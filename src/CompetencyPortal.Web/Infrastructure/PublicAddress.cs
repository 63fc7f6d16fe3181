using CompetencyPortal.Data;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace CompetencyPortal.Web.Infrastructure;

/// <summary>
/// The address under which people reach the portal, for links in mail: the setting <c>Portal:Address</c>, else the first
/// address at which the server listens. What a request says of its host is never asked: anybody may say anything.
/// </summary>
public sealed class PublicAddress(IConfiguration configuration, IServer server, LinkGenerator links)
{
    public const string Setting = "Portal:Address";

    /// <summary>The address that is set; null if none is.</summary>
    public Uri? Configured { get; } = Parse(configuration[Setting]);

    /// <summary>The address of the start page.</summary>
    /// <exception cref="InvalidOperationException">Nothing is set, and the server listens at no address that can be named.</exception>
    public Uri Home => Configured ?? Listening;

    /// <summary>The address of a page.</summary>
    /// <param name="page">The page, as <c>/Account/SignIn</c>.</param>
    /// <param name="values">What its route and its query hold.</param>
    public string OfPage(string page, object? values = null)
    {
        var path = links.GetPathByPage(page, values: values) ?? throw new ArgumentException($"There is no page {page}.", nameof(page));
        return new Uri(Home, path.TrimStart('/')).AbsoluteUri;
    }

    private Uri Listening
    {
        get
        {
            if (server.Features.Get<IServerAddressesFeature>()?.Addresses.FirstOrDefault() is not { } text)
            {
                throw new InvalidOperationException($"The server listens at no address. Set {Setting}.");
            }

            // A server that listens everywhere is reached by this machine's own name.
            var address = BindingAddress.Parse(text);
            var host = address.Host is "*" or "+" or "0.0.0.0" or "[::]" ? "localhost" : address.Host;
            return new UriBuilder(address.Scheme, host, address.Port, address.PathBase + "/").Uri;
        }
    }

    /// <exception cref="StartRefusedException">The setting is no address of a web site.</exception>
    internal static Uri? Parse(string? setting) =>
        string.IsNullOrEmpty(setting) ? null
        : Uri.TryCreate(setting.TrimEnd('/') + "/", UriKind.Absolute, out var address) && address is { Scheme: "http" or "https", Query: "", Fragment: "", UserInfo: "" } ? address
        : throw new StartRefusedException($"{Setting} is “{setting}”; it is to be the address under which people reach the portal, such as https://portal.example.com.");
}
