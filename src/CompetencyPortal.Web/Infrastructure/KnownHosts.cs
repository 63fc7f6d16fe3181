using CompetencyPortal.Data;
using Microsoft.AspNetCore.HostFiltering;
using Microsoft.Extensions.Primitives;

namespace CompetencyPortal.Web.Infrastructure;

/// <summary>
/// The names that the portal answers to: the host of <see cref="PublicAddress.Setting"/>, and what the setting
/// <c>AllowedHosts</c> names besides, separated by semicolons; in Development this machine's own.
/// </summary>
internal static class KnownHosts
{
    public const string Setting = "AllowedHosts";

    private const string Everything = "*";

    private static readonly string[] OwnMachine = ["localhost", "127.0.0.1", "[::1]"];

    /// <summary>Leaves the question to <see cref="UseKnownHosts"/>: the framework's filter answers before our headers are set, and lets no probe through.</summary>
    public static IServiceCollection AddKnownHosts(this IServiceCollection services) =>
        services.Configure<HostFilteringOptions>(options => options.AllowedHosts = [Everything]);

    /// <summary>Refuses requests for other hosts. Health checks are answered under any name: whatever probes them may know the address alone.</summary>
    /// <exception cref="StartRefusedException">Outside Development nothing is named, or everything.</exception>
    public static void UseKnownHosts(this WebApplication app)
    {
        var known = Read(app.Configuration, app.Environment).Select(host => new StringSegment(new HostString(host).ToUriComponent())).ToList();
        if (known.Contains(Everything))
        {
            return;
        }

        app.Use((context, next) =>
        {
            if (ErrorPages.IsShowing(context) || HealthRegistration.IsProbe(context.Request) || HostString.MatchesAny(context.Request.Host.Host, known))
            {
                return next(context);
            }

            context.Response.StatusCode = StatusCodes.Status400BadRequest;
            return Task.CompletedTask;
        });
    }

    /// <exception cref="StartRefusedException">Outside Development nothing is named, or everything.</exception>
    internal static IReadOnlyList<string> Read(IConfiguration configuration, IHostEnvironment environment)
    {
        var named = (configuration[Setting] ?? "").Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        List<string> hosts = [.. named, .. PublicAddress.Parse(configuration[PublicAddress.Setting]) is { } address ? [address.IdnHost] : Array.Empty<string>()];
        if (environment.IsDevelopment())
        {
            return [.. hosts, .. OwnMachine];
        }

        return hosts.Contains(Everything) ? throw new StartRefusedException($"{Setting} is “{configuration[Setting]}”, and the environment is {environment.EnvironmentName}. Name the hosts that the portal answers to.")
            : hosts.Count is 0 ? throw new StartRefusedException(
                $"Neither {PublicAddress.Setting} nor {Setting} is set, and the environment is {environment.EnvironmentName}. "
                + $"Set {PublicAddress.Setting} to the address under which people reach the portal, such as https://portal.example.com.")
            : hosts;
    }
}
