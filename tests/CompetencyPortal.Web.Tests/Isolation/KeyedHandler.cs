using System.Reflection;

using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.RazorPages.Infrastructure;

namespace CompetencyPortal.Web.Tests.Isolation;

/// <summary>A handler of a page, and every place in which a request to it can name a row by its key.</summary>
/// <param name="Route">The page.</param>
/// <param name="Method">The HTTP method.</param>
/// <param name="Name">The handler's name; null for the page's own.</param>
/// <param name="QueryKeys">The parameters of the query that are keys.</param>
/// <param name="FormKeys">The fields of the form that are keys.</param>
internal sealed record KeyedHandler(PortalRoute Route, HttpMethod Method, string? Name, IReadOnlyList<string> QueryKeys, IReadOnlyList<string> FormKeys)
{
    public int RouteKeys => Route.Keys.Count();

    public bool TakesKeys => RouteKeys + QueryKeys.Count + FormKeys.Count > 0;

    /// <summary>Every handler of the pages among the routes.</summary>
    public static IReadOnlyList<KeyedHandler> Of(IEnumerable<PortalRoute> routes) =>
        [.. from route in routes where route.Page is not null from handler in route.Page!.HandlerMethods select Of(route, handler)];

    public string AddressFor(IReadOnlyDictionary<string, string> parts, params Guid[] keys) =>
        Route.AddressFor(parts, keys) + (Name is null ? "" : $"?handler={Name}");

    public override string ToString() => $"{Method} {Route}{(Name is null ? "" : $" ({Name})")}";

    private static KeyedHandler Of(PortalRoute route, HandlerMethodDescriptor handler)
    {
        Assert.Contains(handler.HttpMethod, (string[])["Get", "Post"]);
        var isGet = handler.HttpMethod is "Get";
        var inRoute = route.Pattern.Parameters.Select(part => part.Name).ToList();
        var parameters = handler.Parameters.Where(parameter => IsKey(parameter.ParameterType)).Select(parameter => parameter.Name);
        var bound = route.Page!.BoundProperties.OfType<PageBoundPropertyDescriptor>().ToList();
        var fromQuery = bound.Where(property => property.BindingInfo?.BindingSource == BindingSource.Query).SelectMany(KeysOf).ToList();
        var fromForm = bound.Where(property => property.BindingInfo?.BindingSource is not { } source || (source != BindingSource.Query && source != BindingSource.Path))
            .SelectMany(KeysOf);
        var query = isGet ? parameters.Concat(fromQuery) : fromQuery;
        var form = isGet ? [] : parameters.Concat(fromForm);
        return new KeyedHandler(
            route,
            new HttpMethod(handler.HttpMethod.ToUpperInvariant()),
            handler.Name,
            [.. query.Except(inRoute, StringComparer.OrdinalIgnoreCase)],
            [.. form.Except(inRoute, StringComparer.OrdinalIgnoreCase)]);
    }

    private static IEnumerable<string> KeysOf(PageBoundPropertyDescriptor property)
    {
        var name = property.BindingInfo?.BinderModelName ?? property.Name;
        return IsKey(property.ParameterType)
            ? [name]
            : property.ParameterType.GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(member => IsKey(member.PropertyType)).Select(member => $"{name}.{member.Name}");
    }

    private static bool IsKey(Type type) =>
        (Nullable.GetUnderlyingType(type) ?? type) == typeof(Guid)
        || (type.IsAssignableTo(typeof(IEnumerable<Guid>)) && type != typeof(string));
}
