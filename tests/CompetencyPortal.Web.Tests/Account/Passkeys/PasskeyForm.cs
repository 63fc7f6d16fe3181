using System.Text.Json;

using AngleSharp.Html.Dom;

using CompetencyPortal.Web.Tests.Hosting;

namespace CompetencyPortal.Web.Tests.Account.Passkeys;

/// <summary>A page's form that asks for a passkey, handled as the page's script does: it fetches the options and sends the answer in the form.</summary>
public sealed class PasskeyForm(WebPage page)
{
    private IHtmlFormElement Element => page.Document.QuerySelectorAll("form[data-passkey]").OfType<IHtmlFormElement>().Single();

    /// <summary>Asks for the options.</summary>
    public async Task<JsonElement> AskAsync()
    {
        using var response = await page.Browser.SendAsync(Post(Element.Dataset["options"]!, []));
        Assert.Equal("application/json", response.Content.Headers.ContentType?.MediaType);
        Assert.True(response.Headers.CacheControl?.NoStore);
        return JsonSerializer.Deserialize<JsonElement>(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    /// <summary>Sends the form with an answer.</summary>
    /// <param name="answer">What the browser answered; nothing where it has no scripts.</param>
    /// <param name="name">The new passkey's name, where the form asks for it.</param>
    public Task<WebPage> AnswerAsync(string answer, string? name = null) =>
        page.Browser.FollowAsync<WebPage>(Post(
            Element.GetAttribute("action") ?? page.Location, name is null ? [new("Answer", answer)] : [new("Answer", answer), new("Input.Name", name)]));

    private HttpRequestMessage Post(string address, List<KeyValuePair<string, string>> fields) => new(HttpMethod.Post, new Uri(Browser.Home, address))
    {
        Content = new FormUrlEncodedContent(
        [
            .. Element.QuerySelectorAll("input[type=hidden]").Where(input => input.GetAttribute("name") is not "Answer")
                .Select(input => KeyValuePair.Create(input.GetAttribute("name")!, input.GetAttribute("value") ?? "")),
            .. fields,
        ]),
    };
}
