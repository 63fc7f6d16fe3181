using System.Security.Cryptography;
using CompetencyPortal.Data.Accounts;
using Microsoft.AspNetCore.DataProtection;
using QRCoder;

namespace CompetencyPortal.Web.Infrastructure.Accounts;

/// <summary>
/// A key that an authenticator app may be given. It is stored with the account only when a code shows that the app has it;
/// until then the form carries it, protected, and of use to the session alone that it was made for.
/// </summary>
/// <param name="Ticket">The key as the form carries it.</param>
/// <param name="Key">The key to be typed, in groups.</param>
/// <param name="Address">The key as a link that opens an app on the same device.</param>
/// <param name="Image">The link as a QR code: a <c>data:</c> address.</param>
public sealed record AuthenticatorOffer(string Ticket, string Key, string Address, string Image)
{
    private const int Group = 4;
    private const int PixelsPerModule = 5;

    /// <summary>Offers a new key.</summary>
    /// <param name="protection">Protects the ticket.</param>
    /// <param name="sessionId">The session that may use it.</param>
    /// <param name="portal">The portal's name, as the app will show it.</param>
    /// <param name="account">The account's address, likewise.</param>
    public static AuthenticatorOffer Create(IDataProtectionProvider protection, Guid sessionId, string portal, string account) =>
        Of(AuthenticatorKey.Create(), protection, sessionId, portal, account);

    /// <summary>Offers the key of a ticket again, after a wrong code; a new one if the ticket is not this session's.</summary>
    public static AuthenticatorOffer Again(string? ticket, IDataProtectionProvider protection, Guid sessionId, string portal, string account) =>
        Of(Read(ticket, protection, sessionId) ?? AuthenticatorKey.Create(), protection, sessionId, portal, account);

    /// <summary>The key of a ticket; null if it was not made for this session.</summary>
    public static AuthenticatorKey? Read(string? ticket, IDataProtectionProvider protection, Guid sessionId)
    {
        try
        {
            return string.IsNullOrEmpty(ticket) ? null : AuthenticatorKey.Parse(ProtectorOf(protection, sessionId).Unprotect(ticket));
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    private static AuthenticatorOffer Of(AuthenticatorKey key, IDataProtectionProvider protection, Guid sessionId, string portal, string account)
    {
        var text = key.Reveal();
        var address = $"otpauth://totp/{Uri.EscapeDataString(portal)}:{Uri.EscapeDataString(account)}?secret={text}&issuer={Uri.EscapeDataString(portal)}";
        using var code = QRCodeGenerator.GenerateQrCode(address, QRCodeGenerator.ECCLevel.M);
        using var image = new PngByteQRCode(code);
        return new AuthenticatorOffer(
            ProtectorOf(protection, sessionId).Protect(text),
            string.Join(' ', text.Chunk(Group).Select(letters => new string(letters))),
            address,
            $"data:image/png;base64,{Convert.ToBase64String(image.GetGraphic(PixelsPerModule))}");
    }

    private static IDataProtector ProtectorOf(IDataProtectionProvider protection, Guid sessionId) =>
        protection.CreateProtector(typeof(AuthenticatorOffer).FullName!, sessionId.ToString());
}
