using CompetencyPortal.Data.Accounts;
using CompetencyPortal.Web.Tests.Hosting;

namespace CompetencyPortal.Web.Tests.Account;

/// <summary>Where an authenticator app is set up: at the first sign-in, or later in the account.</summary>
public sealed class SetUpPage : WebPage, IHasAddress
{
    public static string Address => "/account/second-factor/set-up";

    /// <summary>The key as somebody types it into the app.</summary>
    public AuthenticatorKey Key => AuthenticatorKey.Parse(Text(".authenticator-key").Replace(" ", "", StringComparison.Ordinal));

    public string Image => Find(".qr-code")!.GetAttribute("src")!;

    public Task<TPage> ConfirmAsync<TPage>(string code)
        where TPage : WebPage, new()
    {
        var form = Form("#authenticator-form");
        form["Input.Code"] = code;
        return form.SubmitAsync<TPage>();
    }
}
