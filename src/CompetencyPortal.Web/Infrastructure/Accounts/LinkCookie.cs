using System.Security.Cryptography;
using CompetencyPortal.Data.Accounts;
using Microsoft.AspNetCore.DataProtection;

namespace CompetencyPortal.Web.Infrastructure.Accounts;

/// <summary>
/// Keeps the secret of a link from a mail while its page is at work: it leaves the address as soon as it arrives, so that neither
/// the browser's history nor a page that is led to from there has it.
/// </summary>
public abstract class LinkCookie(IDataProtectionProvider protection, string name)
{
    private readonly IDataProtector _protector = protection.CreateProtector($"{typeof(LinkCookie).FullName!} {name}");

    /// <summary>The token that the request brings; null if there is none, or one that was not written here.</summary>
    public SecretToken? Read(HttpRequest request)
    {
        try
        {
            return request.Cookies[name] is { } text && SecretToken.TryParse(_protector.Unprotect(text), out var token) ? token : null;
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    public void Write(HttpResponse response, SecretToken token) => response.Cookies.Append(name, _protector.Protect(token.Reveal()), Options);

    protected static void Remove(HttpResponse response, string name) => response.Cookies.Delete(name, Options);

    /// <summary>Secure is added to every cookie alike (<see cref="FormRegistration.UseSecureCookies"/>).</summary>
    private static CookieOptions Options => new() { Path = "/", HttpOnly = true, SameSite = SameSiteMode.Lax, IsEssential = true };
}
