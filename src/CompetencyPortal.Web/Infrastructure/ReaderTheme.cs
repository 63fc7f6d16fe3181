namespace CompetencyPortal.Web.Infrastructure;

/// <summary>The theme that the reader of the current request has chosen, from a cookie; <see cref="Theme.System"/> if none.</summary>
public sealed class ReaderTheme(IHttpContextAccessor http)
{
    public const string Cookie = "__Host-theme";

    public Theme Value { get; } = TryRead(http.HttpContext?.Request.Cookies[Cookie], out var theme) ? theme : Theme.System;

    /// <summary>The theme as the style sheet knows it.</summary>
    public string Name => Value switch
    {
        Theme.Light => "light",
        Theme.Dark => "dark",
        Theme.System or Theme.HighContrast => "system",
    };

    /// <summary>What the browser paints before the style sheet has come.</summary>
    public string ColorScheme => Name is "system" ? "light dark" : Name;

    /// <summary>When the sheet for more contrast applies.</summary>
    public string ContrastMedia => Value is Theme.HighContrast ? "all" : "(prefers-contrast: more)";

    public static bool TryRead(string? text, out Theme theme) => Enum.TryParse(text, out theme) && Enum.IsDefined(theme);
}
