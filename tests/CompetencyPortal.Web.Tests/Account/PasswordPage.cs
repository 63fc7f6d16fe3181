using CompetencyPortal.Web.Tests.Hosting;

namespace CompetencyPortal.Web.Tests.Account;

public sealed class PasswordPage : WebPage, IHasAddress
{
    public static string Address => "/account/password";

    public Task<TPage> ChangeAsync<TPage>(string present, string chosen)
        where TPage : WebPage, new()
    {
        var form = Form("#password-form");
        form["Input.Present"] = present;
        form["Input.New"] = chosen;
        return form.SubmitAsync<TPage>();
    }
}
