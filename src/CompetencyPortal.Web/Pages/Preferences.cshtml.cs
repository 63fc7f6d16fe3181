using CompetencyPortal.Web.Infrastructure;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Localization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CompetencyPortal.Web.Pages;

/// <summary>Language and theme, kept in cookies of this browser; the header's menus post here and come back.</summary>
[AllowAnonymous]
public sealed class PreferencesModel : PageModel
{
    private static readonly CookieOptions ForAYear = new()
    {
        Path = "/",
        MaxAge = TimeSpan.FromDays(365),
        IsEssential = true,
        SameSite = SameSiteMode.Lax,
    };

    /// <summary>Shows the choices, for which there is nothing to load.</summary>
    public void OnGet()
    {
    }

    public IActionResult OnPostLanguage(string? language, string? returnUrl)
    {
        if (!PortalCulture.All.Any(culture => culture.Name == language))
        {
            return BadRequest();
        }

        Response.Cookies.Append(
            TextRegistration.Cookie, CookieRequestCultureProvider.MakeCookieValue(new RequestCulture(language!)), ForAYear);
        return Back(returnUrl);
    }

    public IActionResult OnPostTheme(string? theme, string? returnUrl)
    {
        if (!ReaderTheme.TryRead(theme, out var chosen))
        {
            return BadRequest();
        }

        Response.Cookies.Append(ReaderTheme.Cookie, chosen.ToString(), ForAYear);
        return Back(returnUrl);
    }

    private LocalRedirectResult Back(string? returnUrl) => LocalRedirect(Url.IsLocalUrl(returnUrl) ? returnUrl : "~/");
}
