using System.Net;
using System.Net.Sockets;

namespace CompetencyPortal.Web.Infrastructure;

/// <summary>
/// Where a request comes from, as limits count it: the address that opened the connection or, behind known proxies
/// (<see cref="KnownProxies"/>), the one that the outermost of them saw. Nothing else that a request says is believed.
/// </summary>
public static class ClientAddress
{
    private const int NetworkBytes = 8;

    /// <summary>
    /// An IPv4 address; of an IPv6 address the network (its first 64 bits), because whoever has one address of it has them all.
    /// All callers without an address, as on a local socket, are one.
    /// </summary>
    public static string Of(HttpContext context) => context.Connection.RemoteIpAddress switch
    {
        null => "local",
        { IsIPv4MappedToIPv6: true } mapped => mapped.MapToIPv4().ToString(),
        { AddressFamily: AddressFamily.InterNetworkV6 } address => NetworkOf(address),
        var address => address.ToString(),
    };

    private static string NetworkOf(IPAddress address)
    {
        var bytes = address.GetAddressBytes();
        Array.Clear(bytes, NetworkBytes, bytes.Length - NetworkBytes);
        return $"{new IPAddress(bytes)}/{8 * NetworkBytes}";
    }
}
