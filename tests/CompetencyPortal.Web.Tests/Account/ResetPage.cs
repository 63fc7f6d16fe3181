using CompetencyPortal.Web.Tests.Hosting;

namespace CompetencyPortal.Web.Tests.Account;

/// <summary>Where the link of a mail leads.</summary>
public sealed class ResetPage : WebPage, IHasAddress
{
    public static string Address => "/account/reset";

    /// <summary>Whether the link works.</summary>
    public bool IsOpen => Find("#reset-form") is not null;

    public Task<TPage> ChooseAsync<TPage>(string password)
        where TPage : WebPage, new()
    {
        var form = Form("#reset-form");
        form["Input.New"] = password;
        return form.SubmitAsync<TPage>();
    }
}
