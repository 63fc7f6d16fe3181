namespace CompetencyPortal.Web.Infrastructure.Accounts;

/// <summary>
/// The browser and the system that a session was opened with, as its owner would call them, from what the browser said of
/// itself. It helps to recognise a session, and proves nothing.
/// </summary>
/// <param name="Browser">The browser's name; null if it is none of the known ones.</param>
/// <param name="System">The system's name, likewise.</param>
public sealed record BrowserName(string? Browser, string? System)
{
    // Of those that name others too, for compatibility, the one that it is comes first.
    private static readonly (string Mark, string Name)[] Browsers =
        [("Edg", "Edge"), ("OPR/", "Opera"), ("SamsungBrowser/", "Samsung Internet"), ("Firefox/", "Firefox"), ("FxiOS/", "Firefox"), ("CriOS/", "Chrome"), ("Chrome/", "Chrome"), ("Safari/", "Safari")];

    private static readonly (string Mark, string Name)[] Systems =
        [("Windows", "Windows"), ("iPhone", "iPhone"), ("iPad", "iPad"), ("Android", "Android"), ("Mac OS X", "macOS"), ("CrOS", "ChromeOS"), ("Linux", "Linux")];

    public static BrowserName Of(string? userAgent) => new(Find(Browsers, userAgent), Find(Systems, userAgent));

    private static string? Find((string Mark, string Name)[] known, string? userAgent) =>
        known.Where(one => userAgent?.Contains(one.Mark, StringComparison.Ordinal) is true).Select(one => one.Name).FirstOrDefault();
}
