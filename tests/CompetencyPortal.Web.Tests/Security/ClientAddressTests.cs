using System.Net;

using CompetencyPortal.Data;
using CompetencyPortal.Web.Infrastructure;

using Microsoft.AspNetCore.Http;

namespace CompetencyPortal.Web.Tests.Security;

public sealed class ClientAddressTests
{
    [Theory]
    [InlineData("203.0.113.7", "203.0.113.7")]
    [InlineData("::ffff:203.0.113.7", "203.0.113.7")]
    [InlineData("2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64")]
    [InlineData("2001:db8:1:2:ffff::", "2001:db8:1:2::/64")]
    [InlineData("2001:db8:1:3::", "2001:db8:1:3::/64")]
    [InlineData("fe80::1%3", "fe80::/64")]
    [InlineData(null, "local")]
    public void Of_AnAddress_IsWhatLimitsCount(string? remote, string counted)
    {
        var context = new DefaultHttpContext();
        context.Connection.RemoteIpAddress = remote is null ? null : IPAddress.Parse(remote);

        Assert.Equal(counted, ClientAddress.Of(context));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("10.0.0.1", "10.0.0.1/32")]
    [InlineData("10.0.0.1; 10.1.0.0/16;2001:db8::/32; ::1", "10.0.0.1/32", "10.1.0.0/16", "2001:db8::/32", "::1/128")]
    public void Parse_AddressesAndNetworks_AreKnown(string? setting, params string[] known) =>
        Assert.Equal(known, KnownProxies.Parse(setting).Select(network => network.ToString()));

    [Theory]
    [InlineData("the-proxy")]
    [InlineData("10.0.0.1, 10.0.0.2")]
    [InlineData("0.0.0.0/0")]
    [InlineData("10.0.0.1;::/0")]
    public void Parse_WhatIsNoProxy_IsRefused(string setting) =>
        Assert.Contains("Proxies:Known", Assert.Throws<StartRefusedException>(() => KnownProxies.Parse(setting)).Message, StringComparison.Ordinal);
}
