using CompetencyPortal.Web.Tests.Hosting;

using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.RazorPages.Infrastructure;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Patterns;
using Microsoft.AspNetCore.StaticAssets;
using Microsoft.Extensions.DependencyInjection;

namespace CompetencyPortal.Web.Tests.Isolation;

/// <summary>An endpoint of the portal as its metadata describes it.</summary>
/// <param name="Pattern">Its route.</param>
/// <param name="Policies">The policies it carries, all of which must let a person in; none if it is open to the anonymous.</param>
/// <param name="Page">The page behind it; null for what is not a page.</param>
internal sealed record PortalRoute(RoutePattern Pattern, IReadOnlyList<string> Policies, CompiledPageActionDescriptor? Page)
{
    public string Path => "/" + Pattern.RawText!.TrimStart('/');

    public bool IsOpen => Policies.Count is 0;

    /// <summary>The parts of the address that are keys of rows.</summary>
    public IEnumerable<RoutePatternParameterPart> Keys => Pattern.Parameters.Where(IsKey);

    /// <summary>Every endpoint but files, which are the same for everyone; never none.</summary>
    public static async Task<IReadOnlyList<PortalRoute>> OfAsync(PortalHost portal)
    {
        var endpoints = portal.Services.GetRequiredService<EndpointDataSource>().Endpoints.ToList();
        Assert.All(endpoints, endpoint => Assert.IsType<RouteEndpoint>(endpoint));
        var loader = portal.Services.GetRequiredService<PageLoader>();
        var routes = new List<PortalRoute>();
        foreach (var endpoint in endpoints.Cast<RouteEndpoint>().Where(one => !IsFile(one)))
        {
            var descriptor = endpoint.Metadata.GetMetadata<PageActionDescriptor>();
            var page = descriptor is null ? null : await loader.LoadAsync(descriptor, endpoint.Metadata);
            var metadata = page?.Endpoint?.Metadata ?? endpoint.Metadata;
            var isOpen = metadata.GetMetadata<IAllowAnonymous>() is not null;
            var policies = metadata.GetOrderedMetadata<IAuthorizeData>().Select(data => data.Policy).Distinct().ToList();
            Assert.True(isOpen || (policies.Count > 0 && !policies.Contains(null)), $"{endpoint.RoutePattern.RawText} names no policy.");
            routes.Add(new PortalRoute(endpoint.RoutePattern, isOpen ? [] : [.. policies.OfType<string>()], page));
        }

        Assert.Contains(routes, route => route.Path is "/account/sign-in");
        Assert.Contains(routes, route => !route.IsOpen);
        return routes;
    }

    /// <summary>The route's address, its keys filled in in turn (by default with one that nothing has) and its other parts with something that fits.</summary>
    public string AddressFor(params Guid[] keys) => AddressFor(new Dictionary<string, string>(), keys);

    /// <summary>The route's address likewise, with the values that <paramref name="parts"/> has for parts that are no keys.</summary>
    public string AddressFor(IReadOnlyDictionary<string, string> parts, params Guid[] keys)
    {
        var next = 0;
        var values = Pattern.Parameters.ToDictionary(
            part => part.Name,
            part => !IsKey(part) ? parts.GetValueOrDefault(part.Name) ?? SampleOf(part) : keys.Length is 0 ? Guid.CreateVersion7().ToString() : keys[next++].ToString());
        return "/" + string.Join('/', Pattern.PathSegments.Select(segment => string.Concat(segment.Parts.Select(part => part switch
        {
            RoutePatternLiteralPart literal => literal.Content,
            RoutePatternSeparatorPart separator => separator.Content,
            RoutePatternParameterPart parameter => values[parameter.Name],
            _ => throw new InvalidOperationException($"{Path} has a part of an unknown kind."),
        }))));
    }

    public override string ToString() => Path;

    /// <summary>A file; or the framework's own search for one that came after the build, which is no part of a published portal.</summary>
    private static bool IsFile(RouteEndpoint endpoint) =>
        endpoint.Metadata.GetMetadata<StaticAssetDescriptor>() is not null || endpoint.RoutePattern.RawText is "{**path:file}";

    private static bool IsKey(RoutePatternParameterPart part) => part.ParameterPolicies.Any(policy => policy.Content is "guid");

    private static string SampleOf(RoutePatternParameterPart part) => part.ParameterPolicies.Select(policy => policy.Content).FirstOrDefault() switch
    {
        "datetime" => "2017-07-07",
        "int" => "1",
        "length(2)" => "FR",
        _ => "sample",
    };
}
