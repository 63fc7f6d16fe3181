using AngleSharp.Html.Dom;

using CompetencyPortal.Web.Tests.Hosting;

namespace CompetencyPortal.Web.Tests.Account;

/// <summary>The second step of signing in; the page of recovery codes has the same form.</summary>
public sealed class CodePage : WebPage, IHasAddress
{
    public static string Address => "/account/second-factor";

    public string? Refusal => ErrorOf("Input.Code");

    public Task<CodePage> TryAsync(string code) => ConfirmAsync<CodePage>(code);

    public Task<TPage> ConfirmAsync<TPage>(string code)
        where TPage : WebPage, new()
    {
        var form = Form("#code-form");
        form["Input.Code"] = code;
        return form.SubmitAsync<TPage>();
    }

    public Task<CodePage> UseRecoveryCodeAsync() => Browser.OpenAsync<CodePage>(
        new Uri(Document.QuerySelectorAll("main .actions a").OfType<IHtmlAnchorElement>().Single(link => link.Href.Contains("recovery", StringComparison.Ordinal)).Href));

    public Task<SignInPage> LeaveAsync() => Form("form.leave").SubmitAsync<SignInPage>();
}
