using System.Security.Cryptography;
using CompetencyPortal.Data.Accounts;
using Microsoft.AspNetCore.DataProtection;

namespace CompetencyPortal.Web.Infrastructure.Sessions;

/// <summary>The cookie of a signed-in browser: the session's token, protected, and nothing else. It ends with the browser.</summary>
public sealed class SessionCookie(IDataProtectionProvider protection)
{
    public const string Name = "__Host-session";

    private readonly IDataProtector _protector = protection.CreateProtector(typeof(SessionCookie).FullName!);

    /// <summary>The token that the request brings; null if there is none, or one that was not written here.</summary>
    public SecretToken? Read(HttpRequest request)
    {
        if (request.Cookies[Name] is not { } text)
        {
            return null;
        }

        try
        {
            return SecretToken.TryParse(_protector.Unprotect(text), out var token) ? token : null;
        }
        catch (CryptographicException exception) when (!ErrorPages.IsOfDatabase(exception))
        {
            return null;
        }
    }

    public void Write(HttpResponse response, SecretToken token) =>
        response.Cookies.Append(Name, _protector.Protect(token.Reveal()), Options);

    public static void Remove(HttpResponse response) => response.Cookies.Delete(Name, Options);

    /// <summary>Secure is added to every cookie alike (<see cref="FormRegistration.UseSecureCookies"/>).</summary>
    private static CookieOptions Options => new() { Path = "/", HttpOnly = true, SameSite = SameSiteMode.Lax, IsEssential = true };
}
