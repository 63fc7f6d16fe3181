using Serilog.Core;
using Serilog.Events;

namespace CompetencyPortal.Web.Infrastructure;

/// <summary>
/// Takes what may be a single-use token out of the log: the request's path, which the framework adds to its events, and
/// wherever an event repeats them, its query and the long parts of its path.
/// </summary>
internal sealed class AddressScrub : ILogEventEnricher
{
    private const string Scrubbed = "(scrubbed)";

    /// <summary>Shorter than this is no token, and may stand anywhere by chance.</summary>
    private const int LongValue = 8;

    private const int LongSegment = 20;

    private static readonly HttpContextAccessor Http = new();

    public void Enrich(LogEvent logEvent, ILogEventPropertyFactory propertyFactory)
    {
        logEvent.RemovePropertyIfPresent("RequestPath");
        var secrets = Http.HttpContext?.Request is { } request ? SecretsOf(request) : [];
        if (secrets.Count is 0)
        {
            return;
        }

        foreach (var (name, value) in logEvent.Properties.ToList())
        {
            var text = value is ScalarValue { Value: string plain } ? plain : value.ToString();
            if (secrets.Any(secret => text.Contains(secret, StringComparison.OrdinalIgnoreCase)))
            {
                var rest = secrets.Aggregate(text, (left, secret) => left.Replace(secret, Scrubbed, StringComparison.OrdinalIgnoreCase));
                logEvent.AddOrUpdateProperty(new LogEventProperty(name, new ScalarValue(rest)));
            }
        }
    }

    /// <summary>What not to repeat, the longer before its parts.</summary>
    private static List<string> SecretsOf(HttpRequest request)
    {
        var segments = request.Path.Value?.Split('/').Where(segment => segment.Length >= LongSegment) ?? [];
        var query = request.QueryString.Value is { Length: > 1 } whole
            ? whole[1..].Split('&', '=', ';').SelectMany(part => new[] { part, Uri.UnescapeDataString(part.Replace('+', ' ')) }).Where(part => part.Length >= LongValue).Append(whole)
            : [];
        return [.. segments.Concat(query).Distinct().OrderByDescending(secret => secret.Length)];
    }
}
