using System.Net;
using CompetencyPortal.Data;
using Microsoft.AspNetCore.HttpOverrides;
using IPNetwork = System.Net.IPNetwork;

namespace CompetencyPortal.Web.Infrastructure;

/// <summary>
/// The proxies in front of the portal: the setting <c>Proxies:Known</c>, addresses and networks separated by semicolons.
/// What they say of the client's address and scheme is believed, hop by hop, as far as the hops are known; what anybody
/// else says is not, and nobody is believed about the host.
/// </summary>
internal static class KnownProxies
{
    public const string Setting = "Proxies:Known";

    private const string EverybodyIsBelieved = "ForwardedHeaders_Enabled";

    /// <exception cref="StartRefusedException">The setting cannot be read, or everybody would be believed.</exception>
    public static void UseKnownProxies(this WebApplication app)
    {
        if (string.Equals(app.Configuration[EverybodyIsBelieved], "true", StringComparison.OrdinalIgnoreCase))
        {
            throw new StartRefusedException(
                $"ASPNETCORE_FORWARDEDHEADERS_ENABLED is set. It lets anybody claim any address. Remove it, and name the proxies in front of the portal in {Setting}.");
        }

        var known = Parse(app.Configuration[Setting]);
        if (known.Count is 0)
        {
            return;
        }

        var options = new ForwardedHeadersOptions
        {
            ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto,
            ForwardLimit = null,
        };
        options.KnownProxies.Clear();
        options.KnownIPNetworks.Clear();
        foreach (var network in known)
        {
            options.KnownIPNetworks.Add(network);
        }

        app.UseForwardedHeaders(options);
    }

    /// <exception cref="StartRefusedException">Something is neither an address nor a network, or is everybody.</exception>
    internal static IReadOnlyList<IPNetwork> Parse(string? setting) =>
        [.. (setting ?? "").Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(ParseOne)];

    private static IPNetwork ParseOne(string text) =>
        IPAddress.TryParse(text, out var address) ? new IPNetwork(address, 8 * address.GetAddressBytes().Length)
        : !IPNetwork.TryParse(text, out var network) ? throw Refusal(text, "which is neither an address nor a network such as 10.0.0.0/24; separate several by semicolons.")
        : network.PrefixLength is 0 ? throw Refusal(text, "which is everybody. Name the proxies themselves.")
        : network;

    private static StartRefusedException Refusal(string text, string why) => new($"{Setting} has “{text}”, {why}");
}
