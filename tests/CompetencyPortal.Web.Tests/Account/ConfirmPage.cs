using CompetencyPortal.Web.Tests.Hosting;

namespace CompetencyPortal.Web.Tests.Account;

/// <summary>Where somebody who signed in a while ago shows again who they are.</summary>
public sealed class ConfirmPage : WebPage, IHasAddress
{
    public static string Address => "/account/confirm";

    public Task<TPage> ConfirmAsync<TPage>(string password, string code)
        where TPage : WebPage, new()
    {
        var form = Form("#confirm-form");
        form["Input.Password"] = password;
        form["Input.Code"] = code;
        return form.SubmitAsync<TPage>();
    }
}
