using CompetencyPortal.Web.Tests.Hosting;

namespace CompetencyPortal.Web.Tests.Account;

public sealed class SignInPage : WebPage, IHasAddress
{
    public static string Address => "/account/sign-in";

    public Task<WebPage> SignInAsync(string email, string password) => SignInAsync<WebPage>(email, password);

    /// <summary>Signs in with what is refused: the page comes again.</summary>
    public Task<SignInPage> TryAsync(string email, string password) => SignInAsync<SignInPage>(email, password);

    private Task<TPage> SignInAsync<TPage>(string email, string password)
        where TPage : WebPage, new()
    {
        var form = Form("#sign-in-form");
        form["Input.Email"] = email;
        form["Input.Password"] = password;
        return form.SubmitAsync<TPage>();
    }
}
