using System.Globalization;

namespace CompetencyPortal.Data.Imports;

/// <summary>
/// A way to write amounts and days that a file can be read by. ISO days (2027-03-01) are read whatever is chosen; of amounts and
/// other days only what the chosen way has, so that 1.234 is never read as what it does not mean.
/// </summary>
/// <param name="Name">The culture's name; empty for the programs' way: 1234.50 and ISO days alone, as in the portal's exports.</param>
/// <param name="Language">The portal's language whose readers are offered it first; null for none.</param>
/// <param name="DayOrder">The order of day, month and year in a day; empty where only ISO days are read.</param>
public sealed record ImportCulture(string Name, string? Language, string DayOrder)
{
    /// <summary>The programs' way, and that of the portal's own exports.</summary>
    public static readonly ImportCulture Invariant = new("", "en", "");

    /// <summary>Every way there is. English alone does not say whether 3/4/2027 is in March or in April, so it is not offered unasked.</summary>
    public static readonly IReadOnlyList<ImportCulture> All =
    [
        Invariant,
        new("en-US", null, "mdy"),
        new("en-GB", null, "dmy"),
        new("fr-FR", "fr", "dmy"),
        new("es-ES", "es", "dmy"),
        new("es-MX", null, "dmy"),
        new("de-DE", null, "dmy"),
        new("ru-RU", "ru", "dmy"),
        new("zh-TW", "zh-Hant", "ymd"),
    ];

    /// <summary>The way with that name; null if there is none.</summary>
    public static ImportCulture? Find(string name) => All.FirstOrDefault(culture => culture.Name == name);

    /// <summary>The way that readers of one of the portal's languages are offered first.</summary>
    public static ImportCulture ForLanguage(string language) => All.FirstOrDefault(culture => culture.Language == language) ?? Invariant;

    /// <summary>Its separators.</summary>
    public CultureInfo Format => CultureInfo.GetCultureInfo(Name);
}
