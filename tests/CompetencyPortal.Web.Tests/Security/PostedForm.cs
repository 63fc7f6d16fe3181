using AngleSharp.Html.Dom;

using CompetencyPortal.Web.Tests.Hosting;

namespace CompetencyPortal.Web.Tests.Security;

/// <summary>A form of a page as somebody posts it who adds to what it holds; where it is empty, with something that fits.</summary>
internal sealed record PostedForm(WebPage Page, Uri Target, IReadOnlyList<KeyValuePair<string, string>> Fields)
{
    /// <summary>The forms of the pages' content that are posted; those that may take away what others need, or sign out, come last.</summary>
    public static IReadOnlyList<PostedForm> Of(IEnumerable<WebPage> pages, DateOnly today) =>
        [.. pages.SelectMany(page => page.Document.QuerySelectorAll("main form[method=post]").OfType<IHtmlFormElement>().Select(form => Of(page, form, today)))
            .OrderBy(form => TakesAway(form.Target.AbsolutePath))];

    /// <summary>Posts it with more fields, and does not follow the answer.</summary>
    public Task<HttpResponseMessage> PostAsync(IEnumerable<KeyValuePair<string, string>> more, string query = "") =>
        Page.Browser.SendAsync(new HttpRequestMessage(HttpMethod.Post, new Uri(Target.AbsoluteUri + (query is "" ? "" : (Target.Query is "" ? "?" : "&") + query)))
        {
            Content = new FormUrlEncodedContent([.. Fields, .. more]),
        });

    /// <summary>The same form as its page holds it now; this one if it holds it no more.</summary>
    public async Task<PostedForm> ReopenAsync(DateOnly today) =>
        Of([await Page.Browser.OpenAsync(Page.Location)], today).FirstOrDefault(form => form.Target == Target) ?? this;

    public override string ToString() => Target.PathAndQuery;

    private static bool TakesAway(string path) => new[] { "/delete", "/remove", "/account", "/organisation", "/leave", "/program/staff" }.Any(part => path.Contains(part, StringComparison.Ordinal));

    private static PostedForm Of(WebPage page, IHtmlFormElement form, DateOnly today)
    {
        var fields = new List<KeyValuePair<string, string>>();
        foreach (var control in form.Elements.Where(control => control.HasAttribute("name")))
        {
            var value = control switch
            {
                IHtmlInputElement { Type: "checkbox" or "radio" } box => box.IsChecked ? box.Value : null,
                IHtmlInputElement { Value: { Length: > 0 } given } => given,
                IHtmlInputElement { Type: "email" } => "sample@fabrikam.example",
                IHtmlInputElement { Type: "date" } => today.ToString("O", System.Globalization.CultureInfo.InvariantCulture),
                IHtmlInputElement { Type: "file" } => null,
                IHtmlInputElement { Type: "hidden" } => "",
                IHtmlInputElement input => input.GetAttribute("inputmode") is "decimal" or "numeric" ? "1" : "Sample",
                IHtmlSelectElement { Value: { Length: > 0 } chosen } => chosen,
                IHtmlSelectElement select => select.Options is { Length: > 0 } options ? options[^1].Value : null,
                IHtmlTextAreaElement area => area.Value is { Length: > 0 } text ? text : "Sample",
                _ => null,
            };
            if (value is not null)
            {
                fields.Add(new(control.GetAttribute("name")!, value));
            }
        }

        return new PostedForm(page, new Uri(page.Response.RequestMessage!.RequestUri!, form.GetAttribute("action") ?? ""), fields);
    }
}
