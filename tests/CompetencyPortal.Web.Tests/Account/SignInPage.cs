using System.Net;

using CompetencyPortal.Web.Tests.Hosting;

namespace CompetencyPortal.Web.Tests.Account;

public sealed class SignInPage : WebPage, IHasAddress
{
    public static string Address => "/account/sign-in";

    /// <summary>Signs in with what is refused: the page comes again.</summary>
    public Task<SignInPage> TryAsync(string email, string password) => SignInAsync<SignInPage>(email, password);

    /// <summary>Enters a demo account by the button that names it.</summary>
    public Task<WebPage> EnterAsync(string displayName) => Form("form[action*=Demo]").SubmitAsync<WebPage>(displayName);

    /// <summary>Posts what a demo account's button would, for an account that has none.</summary>
    public async Task<HttpStatusCode> ClickForgedAsync(Guid account)
    {
        var content = new FormUrlEncodedContent([
            new("__RequestVerificationToken", Find("input[name=__RequestVerificationToken]")!.GetAttribute("value")),
            new("account", account.ToString())]);
        return (await Browser.SendAsync(new HttpRequestMessage(HttpMethod.Post, Address + "?handler=Demo") { Content = content })).StatusCode;
    }

    public Task<TPage> SignInAsync<TPage>(string email, string password)
        where TPage : WebPage, new()
    {
        var form = Form("#sign-in-form");
        form["Input.Email"] = email;
        form["Input.Password"] = password;
        return form.SubmitAsync<TPage>();
    }
}
