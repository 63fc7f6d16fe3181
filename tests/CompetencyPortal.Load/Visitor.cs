using System.Net;
using System.Text.RegularExpressions;

namespace CompetencyPortal.Load;

/// <summary>A browser that signs in to the portal's demo by its one click. It keeps cookies by hand, because they are for https and this is not.</summary>
internal sealed partial class Visitor : IDisposable
{
    private readonly SortedDictionary<string, string> _cookies = [];
    private readonly HttpClient _client;

    private Visitor(Uri portal) =>
        _client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = portal };

    private string Cookies => string.Join("; ", _cookies.Select(cookie => $"{cookie.Key}={cookie.Value}"));

    /// <summary>The cookies that a browser has after the account signed in and saw its first page.</summary>
    /// <exception cref="InvalidOperationException">The portal did not let the account in.</exception>
    public static async Task<string> SignInAsync(Uri portal, Guid account)
    {
        using var visitor = new Visitor(portal);
        var token = Token().Match(await visitor.SendAsync(HttpMethod.Get, "account/sign-in", HttpStatusCode.OK)).Groups[1].Value;
        await visitor.SendAsync(HttpMethod.Post, "account/sign-in?handler=Demo", HttpStatusCode.Redirect, new("account", $"{account}"), new("__RequestVerificationToken", token));
        await visitor.SendAsync(HttpMethod.Get, "", HttpStatusCode.OK);
        return visitor.Cookies;
    }

    public void Dispose() => _client.Dispose();

    private async Task<string> SendAsync(HttpMethod method, string address, HttpStatusCode expected, params KeyValuePair<string, string>[] form)
    {
        using var request = new HttpRequestMessage(method, new Uri(address, UriKind.Relative));
        request.Headers.TryAddWithoutValidation("Cookie", Cookies);
        request.Content = method == HttpMethod.Post ? new FormUrlEncodedContent(form) : null;
        using var answer = await _client.SendAsync(request);
        foreach (var set in answer.Headers.TryGetValues("Set-Cookie", out var all) ? all : [])
        {
            var cookie = set.Split(';')[0].Split('=', 2);
            if (cookie[1].Length is 0)
            {
                _cookies.Remove(cookie[0]);
            }
            else
            {
                _cookies[cookie[0]] = cookie[1];
            }
        }

        return answer.StatusCode == expected
            ? await answer.Content.ReadAsStringAsync()
            : throw new InvalidOperationException($"{address} was answered with {(int)answer.StatusCode}.");
    }

    [GeneratedRegex("""name="__RequestVerificationToken"[^>]*value="([^"]+)""")]
    private static partial Regex Token();
}
