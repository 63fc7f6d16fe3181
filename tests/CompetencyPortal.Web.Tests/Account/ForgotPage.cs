using CompetencyPortal.Web.Tests.Hosting;

namespace CompetencyPortal.Web.Tests.Account;

public sealed class ForgotPage : WebPage, IHasAddress
{
    public static string Address => "/account/forgot";

    public Task<ForgotPage> AskAsync(string email)
    {
        var form = Form("#forgot-form");
        form["Input.Email"] = email;
        return form.SubmitAsync<ForgotPage>();
    }
}
