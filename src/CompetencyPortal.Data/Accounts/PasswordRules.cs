using CompetencyPortal.Data.Entities;

using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace CompetencyPortal.Data.Accounts;

/// <summary>
/// What a password must be, wherever it is chosen: long enough, not one of those that everybody tries, and not made of what
/// everybody knows of the person. Nothing is asked of the characters: rules of composition only make passwords predictable.
/// </summary>
internal sealed class PasswordRules(PortalDbContext db) : IPasswordValidator<PortalUser>
{
    private static readonly IdentityError TooShort = new()
    {
        Code = PasswordErrorCodes.TooShort,
        Description = $"Use at least {PasswordLength.Least} characters; {PasswordLength.Advised} or more are better.",
    };

    private static readonly IdentityError TooLong = new() { Code = PasswordErrorCodes.TooLong, Description = $"Use at most {PasswordLength.Most} characters." };

    private static readonly IdentityError Common = new()
    {
        Code = PasswordErrorCodes.Common,
        Description = "This password is among those that are tried first. Choose another one.",
    };

    private static readonly IdentityError Personal = new()
    {
        Code = PasswordErrorCodes.Personal,
        Description = "This password is made of the person's name, address or organisation, or of the portal's name. Choose another one.",
    };

    public async Task<IdentityResult> ValidateAsync(UserManager<PortalUser> manager, PortalUser user, string? password)
    {
        var length = (password ?? "").EnumerateRunes().Count();
        return length < PasswordLength.Least ? IdentityResult.Failed(TooShort)
            : password!.Length > PasswordLength.Most ? IdentityResult.Failed(TooLong)
            : CommonPasswords.Contain(password) ? IdentityResult.Failed(Common)
            : PersonalWords.Make(password, user.Email, user.DisplayName, await OrganisationAsync(user)) ? IdentityResult.Failed(Personal)
            : IdentityResult.Success;
    }

    private async Task<string?> OrganisationAsync(PortalUser user) =>
        user.PartnerId is { } id ? await db.Partners.Where(partner => partner.Id == id).Select(partner => partner.Name).SingleOrDefaultAsync() : null;
}
