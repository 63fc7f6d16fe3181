using System.Globalization;

namespace CompetencyPortal.Web.Pages.Changes;

/// <summary>The moment since which changes are asked for: an instant, or a day, which stands for its beginning (UTC).</summary>
internal static class Moment
{
    private const string Day = "yyyy-MM-dd";

    private static readonly string[] Spellings = [Day, "yyyy-MM-dd'T'HH:mmK", "yyyy-MM-dd'T'HH:mm:ssK", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK"];

    public static bool TryRead(string text, out DateTimeOffset moment) =>
        DateTimeOffset.TryParseExact(text, Spellings, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out moment);

    /// <summary>As it stands in an address.</summary>
    public static string Write(DateTimeOffset moment) => moment.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFF'Z'", CultureInfo.InvariantCulture);
}
