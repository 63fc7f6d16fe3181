using CompetencyPortal.Data;
using CompetencyPortal.Web.Infrastructure;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Localization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace CompetencyPortal.Web.Pages;

/// <summary>
/// Language and theme, kept in cookies of this browser; the header's menus post here and come back. The language is also noted
/// with the account of whoever is signed in, so that mail speaks it.
/// </summary>
[AllowAnonymous]
public sealed class PreferencesModel(PortalDbContext db, CurrentUser current) : PageModel
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

    public async Task<IActionResult> OnPostLanguageAsync(string? language, string? returnUrl, CancellationToken cancellationToken)
    {
        if (!PortalCulture.All.Any(culture => culture.Name == language))
        {
            return BadRequest();
        }

        if ((current.UserId ?? current.Awaiting?.UserId) is { } user)
        {
            await db.Users.Where(row => row.Id == user).ExecuteUpdateAsync(set => set.SetProperty(row => row.Culture, language), cancellationToken);
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

    private LocalRedirectResult Back(string? returnUrl) => LocalRedirect(Url.LeadsTo(returnUrl) ? returnUrl : "~/");
}
