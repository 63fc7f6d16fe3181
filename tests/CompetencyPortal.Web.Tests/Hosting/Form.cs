using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace CompetencyPortal.Web.Tests.Hosting;

/// <summary>A form of a page. It is filled in by the names of its own controls, and submitted as a browser does: with everything it holds.</summary>
public sealed class Form(WebPage page, IHtmlFormElement form)
{
    /// <summary>What a control holds; for a check box <c>true</c> or <c>false</c>.</summary>
    /// <exception cref="InvalidOperationException">The form has no such control, or the control no such choice.</exception>
    public string? this[string name]
    {
        get => Controls(name) switch
        {
            [IHtmlInputElement { Type: "checkbox" } box, ..] => box.IsChecked ? "true" : "false",
            [IHtmlInputElement { Type: "radio" }, ..] radios => radios.OfType<IHtmlInputElement>().FirstOrDefault(radio => radio.IsChecked)?.Value,
            [IHtmlInputElement input, ..] => input.Value,
            [IHtmlSelectElement select, ..] => select.Value,
            [IHtmlTextAreaElement area, ..] => area.Value,
            _ => throw Missing(name),
        };
        set
        {
            switch (Controls(name))
            {
                case [IHtmlInputElement { Type: "checkbox" } box, ..]:
                    box.IsChecked = value is "true";
                    break;
                case [IHtmlInputElement { Type: "radio" }, ..] radios:
                    radios.OfType<IHtmlInputElement>().Single(radio => radio.Value == value).IsChecked = true;
                    break;
                case [IHtmlInputElement { Type: not "hidden" } input, ..]:
                    input.Value = value ?? "";
                    break;
                case [IHtmlSelectElement select, ..]:
                    select.Options.Single(option => option.Value == value).IsSelected = true;
                    break;
                case [IHtmlTextAreaElement area, ..]:
                    area.Value = value ?? "";
                    break;
                default:
                    throw Missing(name);
            }
        }
    }

    /// <summary>Chooses a file in a control.</summary>
    public void Choose(string name, string file, byte[] content) => ((IHtmlInputElement)Controls(name).Single()).Files!.Add(new SentFile(file, content));

    /// <summary>Submits the form by its first button, or by the one that shows a text.</summary>
    /// <param name="button">What the button shows.</param>
    /// <param name="to">Where to send it instead of where the page says, as somebody who tampers with it would.</param>
    public Task<TPage> SubmitAsync<TPage>(string? button = null, string? to = null)
        where TPage : WebPage, new() =>
        page.Browser.FollowAsync<TPage>(RequestOf(button, to));

    /// <summary>Submits the form likewise, and does not follow where the answer leads.</summary>
    public Task<HttpResponseMessage> SendAsync(string? button = null) => page.Browser.SendAsync(RequestOf(button));

    private HttpRequestMessage RequestOf(string? button, string? to = null)
    {
        var buttons = form.QuerySelectorAll("button, input[type=submit]").OfType<IHtmlElement>();
        var pressed = buttons.FirstOrDefault(one => button is null || one.TextContent.Contains(button, StringComparison.Ordinal))
            ?? throw new InvalidOperationException($"The form has no button “{button}”: {form.OuterHtml}");
        var submission = form.GetSubmission(pressed)!;
        var request = new HttpRequestMessage(new HttpMethod(submission.Method.ToString().ToUpperInvariant()), to is null ? new Uri(submission.Target.Href) : new Uri(Browser.Home, to));
        if (request.Method == HttpMethod.Post)
        {
            request.Content = new StreamContent(submission.Body);
            request.Content.Headers.TryAddWithoutValidation("Content-Type", submission.MimeType);
        }

        return request;
    }

    private List<IElement> Controls(string name) => [.. form.Elements.Where(control => control.GetAttribute("name") == name)];

    private InvalidOperationException Missing(string name) => new($"The form has no control “{name}” to fill in: {form.OuterHtml}");
}
