using System.Net;

using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;

namespace CompetencyPortal.Web.Tests.Hosting;

/// <summary>Gives requests the address that their connection would come from; the test's server knows none.</summary>
public sealed class Caller : IStartupFilter
{
    public IPAddress Address { get; set; } = IPAddress.Parse("203.0.113.7");

    public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
    {
        app.Use((context, then) =>
        {
            context.Connection.RemoteIpAddress = Address;
            return then(context);
        });
        next(app);
    };
}
