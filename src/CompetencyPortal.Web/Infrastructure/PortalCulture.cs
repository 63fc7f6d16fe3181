using System.Globalization;

namespace CompetencyPortal.Web.Infrastructure;

/// <summary>One of the portal's languages, with the few conventions that the framework's culture data does not settle.</summary>
/// <param name="Name">The culture's name, as in the resource files and the <c>lang</c> attribute.</param>
/// <param name="Autonym">The language's name in itself, never translated.</param>
/// <param name="DayPattern">A day in full, as in a sentence.</param>
/// <param name="ShortDayPattern">A day in a table.</param>
/// <param name="Comma">What stands between the members of a list.</param>
/// <param name="Semicolon">What stands between the members of a list that have commas themselves.</param>
public sealed record PortalCulture(
    string Name, string Autonym, string DayPattern, string ShortDayPattern, string Comma = ", ", string Semicolon = "; ")
{
    /// <summary>The languages in the order in which they are offered; the first is the default.</summary>
    public static readonly IReadOnlyList<PortalCulture> All =
    [
        new("en", "English", "d MMMM yyyy", "d MMM yyyy"),
        new("fr", "Français", "d MMMM yyyy", "d MMM yyyy", Semicolon: "\u00a0; "),
        new("es", "Español", "d 'de' MMMM 'de' yyyy", "d MMM yyyy"),
        new("ru", "Русский", "d MMMM yyyy 'года'", "d MMM yyyy"),
        new("zh-Hant", "繁體中文", "yyyy年M月d日", "yyyy/M/d", "、", "；"),
    ];

    /// <summary>The language of the current request.</summary>
    public static PortalCulture Current =>
        All.FirstOrDefault(culture => culture.Name == CultureInfo.CurrentUICulture.Name) ?? All[0];
}
