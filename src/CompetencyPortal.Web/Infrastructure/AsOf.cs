using System.Globalization;

namespace CompetencyPortal.Web.Infrastructure;

/// <summary>
/// The day that the current request asks about: <c>asOf=yyyy-MM-dd</c> in the address, else today (UTC).
/// Links, forms and redirects keep it (<see cref="AsOfUrls"/>), so that a view can be shared.
/// </summary>
public sealed class AsOf
{
    public const string Parameter = "asOf";

    /// <summary>The bounds of what may be asked; wide enough for every rule, and far from the calendar's own ends.</summary>
    public static readonly DateOnly Earliest = new(2000, 1, 1);

    /// <inheritdoc cref="Earliest"/>
    public static readonly DateOnly Latest = new(2199, 12, 31);

    public AsOf(IHttpContextAccessor http, TimeProvider time)
    {
        Today = DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime);
        Date = TryRead(http.HttpContext?.Request, out var asked) ? asked ?? Today : Today;
    }

    public DateOnly Date { get; }

    public DateOnly Today { get; }

    public bool IsToday => Date == Today;

    /// <summary>The date as it stands in an address and in a date input.</summary>
    public string Iso => Date.ToString("O", CultureInfo.InvariantCulture);

    /// <summary>Whether the address names a day that can be asked about (<paramref name="asked"/>), or none (null).</summary>
    public static bool TryRead(HttpRequest? request, out DateOnly? asked)
    {
        asked = null;
        if (request?.Query.TryGetValue(Parameter, out var text) is not true || text.ToString() is "")
        {
            return true;
        }

        if (DateOnly.TryParseExact(text, "O", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            && day >= Earliest && day <= Latest)
        {
            asked = day;
            return true;
        }

        return false;
    }
}
