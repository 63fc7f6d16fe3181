using System.Globalization;

namespace CompetencyPortal.Browser.Tests.Hosting;

/// <summary>Days as forms and addresses write them; the running portal's clock is the machine's.</summary>
internal static class Days
{
    public static string Today => FromToday(0);

    public static string FromToday(int days) =>
        DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime).AddDays(days).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
