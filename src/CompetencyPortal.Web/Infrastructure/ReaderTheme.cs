namespace CompetencyPortal.Web.Infrastructure;

/// <summary>The theme that the reader of the current request has chosen, from a cookie; <see cref="Theme.System"/> if none.</summary>
public sealed class ReaderTheme(IHttpContextAccessor http)
{
    public const string Cookie = "__Host-theme";

    public Theme Value { get; } =
        Enum.TryParse<Theme>(http.HttpContext?.Request.Cookies[Cookie], out var theme) && Enum.IsDefined(theme) ? theme : Theme.System;
}
