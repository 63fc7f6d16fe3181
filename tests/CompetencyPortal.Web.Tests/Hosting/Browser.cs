using System.Net;
using System.Net.Http.Headers;

using AngleSharp;

namespace CompetencyPortal.Web.Tests.Hosting;

/// <summary>A browser without scripts: it keeps cookies, follows redirects, and submits the forms that pages hold.</summary>
public sealed class Browser(HttpMessageHandler server, string language = "en") : IDisposable
{
    public static readonly Uri Home = new("https://localhost/");

    private const int MostRedirects = 5;

    private readonly HttpClient _client = new(server) { BaseAddress = Home };
    private readonly CookieContainer _cookies = new();

    /// <summary>The value of a cookie; null if the browser has none of that name.</summary>
    public string? Cookie(string name) => _cookies.GetCookies(Home)[name]?.Value;

    /// <summary>Takes cookies as a response sets them.</summary>
    public void Take(IEnumerable<string?> setCookies)
    {
        foreach (var cookie in setCookies)
        {
            _cookies.SetCookies(Home, cookie!);
        }
    }

    /// <summary>Opens a page at its own address.</summary>
    /// <exception cref="Xunit.Sdk.XunitException">The answer is not this page.</exception>
    public async Task<TPage> OpenAsync<TPage>(string query = "")
        where TPage : WebPage, IHasAddress, new()
    {
        var page = await OpenAsync<TPage>(new Uri(Home, TPage.Address + query));
        Assert.True(page.Status is HttpStatusCode.OK && page.Location.StartsWith(TPage.Address, StringComparison.Ordinal), page.ToString());
        return page;
    }

    /// <summary>Opens whatever stands at an address, good or bad.</summary>
    public Task<WebPage> OpenAsync(string address) => OpenAsync<WebPage>(new Uri(Home, address));

    /// <inheritdoc cref="OpenAsync(string)"/>
    public Task<TPage> OpenAsync<TPage>(Uri address)
        where TPage : WebPage, new() =>
        FollowAsync<TPage>(new HttpRequestMessage(HttpMethod.Get, address));

    /// <summary>Sends a request and takes its redirects as people would see them: only the last answer counts.</summary>
    public async Task<TPage> FollowAsync<TPage>(HttpRequestMessage request)
        where TPage : WebPage, new()
    {
        var response = await SendAsync(request);
        for (var i = 0; response.Headers.Location is { } next && (int)response.StatusCode / 100 is 3; i++)
        {
            Assert.True(i < MostRedirects, $"{request.RequestUri} leads round in a circle.");
            var address = new Uri(response.RequestMessage!.RequestUri!, next);
            Assert.True(address.Host == Home.Host, $"{request.RequestUri} leads to {address}.");
            response.Dispose();
            response = await SendAsync(new HttpRequestMessage(HttpMethod.Get, address));
        }

        var html = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        var document = await BrowsingContext.New(Configuration.Default)
            .OpenAsync(answer => answer.Address(response.RequestMessage!.RequestUri!.AbsoluteUri).Content(html), TestContext.Current.CancellationToken);
        return new TPage { Browser = this, Response = response, Document = document };
    }

    /// <summary>Sends a request with the browser's cookies, and takes those of the answer; redirects are not followed.</summary>
    public async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request)
    {
        request.Headers.AcceptLanguage.Add(new StringWithQualityHeaderValue(language));
        if (_cookies.GetCookieHeader(Home) is { Length: > 0 } cookies)
        {
            request.Headers.Add("Cookie", cookies);
        }

        var response = await _client.SendAsync(request, TestContext.Current.CancellationToken);
        Take(response.Headers.TryGetValues("Set-Cookie", out var set) ? set : []);
        return response;
    }

    public void Dispose() => _client.Dispose();
}
