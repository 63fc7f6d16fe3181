using System.Net;
using System.Text.RegularExpressions;

using AngleSharp.Html.Dom;

using CompetencyPortal.Testing;
using CompetencyPortal.Web.Tests.Hosting;

namespace CompetencyPortal.Web.Tests.Security;

/// <summary>Everything that somebody reaches by following links from where they arrive: pages, files to take away, styles and scripts.</summary>
internal static partial class Crawl
{
    private const int Most = 500;

    /// <summary>What an organisation's admin reaches, which has one fact of every kind; and what a programme admin does.</summary>
    /// <param name="portal">The portal.</param>
    /// <param name="prepare">What is to be done to each request.</param>
    public static async Task<IReadOnlyList<WebPage>> AsPartnerAndStaffAsync(PortalHost portal, Action<HttpRequestMessage>? prepare = null)
    {
        var organisation = await portal.AddOrganisationAsync();
        var customer = Rows.Customer(organisation.Partner);
        var person = Rows.Person(organisation.Partner);
        await portal.SaveAsync(organisation.Id, customer, Rows.Association(customer), Rows.Line(customer), person, Rows.Pass(person));
        var pages = (await FromAsync(await portal.SignInAsync(organisation.Admin), "/", prepare))
            .Concat(await FromAsync(await portal.SignInAsync(await portal.AddStaffAsync()), "/program", prepare)).ToList();

        // Who found less than this has not been everywhere.
        foreach (var place in new[] { "/options/", "/revenue", "/customers", "/people", "/program/rulebook/", "/program/markets/", "/css/site." })
        {
            Assert.True(pages.Any(page => page.Location.StartsWith(place, StringComparison.Ordinal)), $"{place} was not found.");
        }

        Assert.True(pages.Any(page => page.Response.Content.Headers.ContentType?.MediaType is "text/csv"), "No file was found to take away.");
        return pages;
    }

    private static async Task<IReadOnlyList<WebPage>> FromAsync(Browser browser, string start, Action<HttpRequestMessage>? prepare)
    {
        var pages = new List<WebPage>();
        var seen = new HashSet<string>();
        var waiting = new Queue<Uri>([new Uri(Browser.Home, start)]);
        while (waiting.TryDequeue(out var address))
        {
            Assert.True(pages.Count < Most, "There are more addresses than a crawl should find.");
            var request = new HttpRequestMessage(HttpMethod.Get, address);
            prepare?.Invoke(request);
            var page = await browser.FollowAsync<WebPage>(request);
            Assert.True(page.Status is HttpStatusCode.OK, $"{page}");
            pages.Add(page);
            foreach (var next in LinksOf(page).Where(link => seen.Add(Kind(link))))
            {
                waiting.Enqueue(next);
            }
        }

        return pages;
    }

    private static IEnumerable<Uri> LinksOf(WebPage page) =>
        page.Document.QuerySelectorAll("a[href], link[href], script[src], img[src]")
            .Select(element => element switch
            {
                IHtmlAnchorElement anchor => anchor.Href,
                IHtmlLinkElement link => link.Href,
                IHtmlScriptElement script => new Uri(page.Response.RequestMessage!.RequestUri!, script.Source).AbsoluteUri,
                IHtmlImageElement image => image.Source,
                _ => null,
            })
            .OfType<string>().Where(href => href.StartsWith(Browser.Home.AbsoluteUri, StringComparison.Ordinal)).Select(href => new Uri(href.Split('#')[0]));

    /// <summary>Two addresses of one page that name the same parameters show the same kind of thing; so do those of two countries.</summary>
    private static string Kind(Uri address) =>
        $"{CountryCode().Replace(address.AbsolutePath, "/{country}")}?{string.Join('&', address.Query.TrimStart('?').Split('&').Select(parameter => parameter.Split('=')[0]).Order(StringComparer.Ordinal))}";

    [GeneratedRegex("/[a-z]{2}(?=/|$)")]
    private static partial Regex CountryCode();
}
