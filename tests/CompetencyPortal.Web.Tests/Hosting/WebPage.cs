using System.Net;

using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace CompetencyPortal.Web.Tests.Hosting;

/// <summary>
/// A page as the portal answered with it. Page objects derive from it, name what a person reads and does there, and submit
/// the page's own forms.
/// </summary>
public class WebPage
{
    public Browser Browser { get; init; } = null!;

    public HttpResponseMessage Response { get; init; } = null!;

    public IDocument Document { get; init; } = null!;

    public HttpStatusCode Status => Response.StatusCode;

    /// <summary>Path and query, after redirects.</summary>
    public string Location => Response.RequestMessage!.RequestUri!.PathAndQuery;

    public string Title => Document.Title ?? "";

    public string Heading => Text("h1");

    /// <summary>What the portal says about the last act; null if nothing.</summary>
    public string? Message => Find(".status-message") is { } message ? Clean(message) : null;

    /// <summary>The lines of the summary of errors; none if nothing is wrong.</summary>
    public IReadOnlyList<string> Errors => [.. Document.QuerySelectorAll(".error-summary li").Select(Clean)];

    public IElement? Find(string selector) => Document.QuerySelector(selector);

    /// <summary>The text of the first element that the selector finds, its white space made plain.</summary>
    public string Text(string selector) => Clean(Find(selector) ?? throw new InvalidOperationException($"{Location} has no {selector}."));

    /// <summary>What stands beside a form's field as wrong; null if nothing.</summary>
    public string? ErrorOf(string field) => Find($"#{field.Replace('.', '_')}-error") is { } error ? Clean(error) : null;

    /// <summary>The form that the selector finds: by default the only one of the page's content that is posted.</summary>
    public Form Form(string selector = "main form[method=post]")
    {
        var forms = Document.QuerySelectorAll(selector).OfType<IHtmlFormElement>().ToList();
        return forms.Count is 1 ? new Form(this, forms[0]) : throw new InvalidOperationException($"{Location} has {forms.Count} forms that are {selector}.");
    }

    /// <summary>Goes where a link leads.</summary>
    public Task<TPage> FollowAsync<TPage>(string selector)
        where TPage : WebPage, new() =>
        Browser.OpenAsync<TPage>(new Uri(((IHtmlAnchorElement?)Find(selector) ?? throw new InvalidOperationException($"{Location} has no {selector}.")).Href));

    public override string ToString() => $"{Location} answered {(int)Status}: {(Document.Body is { } body ? Clean(body) : "")}";

    protected static string Clean(INode node) => string.Join(' ', node.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
