using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.Options;

namespace CompetencyPortal.Web.Infrastructure.Passkeys;

/// <summary>The cookie of a browser that was asked for a passkey: which challenge, protected, and of use for one purpose alone.</summary>
public sealed class PasskeyCookie(IDataProtectionProvider protection, IOptions<PasskeySettings> settings)
{
    public const string Name = "__Host-passkey";

    /// <summary>The challenge that the request brings; null if there is none, or one for another purpose.</summary>
    public Guid? Read(HttpRequest request, string purpose)
    {
        if (request.Cookies[Name] is not { } text)
        {
            return null;
        }

        try
        {
            return Guid.Parse(ProtectorFor(purpose).Unprotect(text));
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    public void Write(HttpResponse response, string purpose, Guid challenge) =>
        response.Cookies.Append(Name, ProtectorFor(purpose).Protect(challenge.ToString()), Options(settings.Value.ChallengeLifetime));

    public static void Remove(HttpResponse response) => response.Cookies.Delete(Name, Options(null));

    private IDataProtector ProtectorFor(string purpose) => protection.CreateProtector(typeof(PasskeyCookie).FullName!, purpose);

    /// <summary>Secure is added to every cookie alike (<see cref="FormRegistration.UseSecureCookies"/>).</summary>
    private static CookieOptions Options(TimeSpan? lifetime) =>
        new() { Path = "/", HttpOnly = true, SameSite = SameSiteMode.Strict, IsEssential = true, MaxAge = lifetime };
}
