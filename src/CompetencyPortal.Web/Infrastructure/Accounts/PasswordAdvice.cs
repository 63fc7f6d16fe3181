using CompetencyPortal.Data.Accounts;
using CompetencyPortal.Web.Resources;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.Extensions.Localization;

namespace CompetencyPortal.Web.Infrastructure.Accounts;

/// <summary>What a person is told of a password that they choose.</summary>
internal static class PasswordAdvice
{
    /// <summary>Says beside a field, in the reader's language, why Identity refuses a password.</summary>
    public static void AddPasswordErrors(this ModelStateDictionary modelState, string key, IEnumerable<IdentityError> errors, IStringLocalizer<AccountTexts> texts)
    {
        foreach (var error in errors)
        {
            modelState.AddModelError(key, Of(error, texts));
        }
    }

    /// <summary>What was done, and for a password shorter than advised a word about it: it is accepted all the same.</summary>
    public static string After(string password, string done, IStringLocalizer<AccountTexts> texts) =>
        password.EnumerateRunes().Count() < PasswordLength.Advised ? $"{done} {texts["Password.Advice", PasswordLength.Advised]}" : done;

    private static string Of(IdentityError error, IStringLocalizer<AccountTexts> texts) => error.Code switch
    {
        PasswordErrorCodes.TooShort => texts["Password.TooShort", PasswordLength.Least],
        PasswordErrorCodes.TooLong => texts["Password.TooLong", PasswordLength.Most],
        PasswordErrorCodes.Common => texts["Password.Common"],
        PasswordErrorCodes.Personal => texts["Password.Personal"],
        var code => throw new ArgumentException($"Identity refuses a password because of {code}, which has no words.", nameof(error)),
    };
}
