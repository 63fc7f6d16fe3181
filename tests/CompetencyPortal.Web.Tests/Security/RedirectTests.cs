using System.Text.RegularExpressions;

using CompetencyPortal.Testing;
using CompetencyPortal.Testing.Databases;
using CompetencyPortal.Web.Tests.Account;
using CompetencyPortal.Web.Tests.Isolation;

namespace CompetencyPortal.Web.Tests.Security;

/// <summary>Nobody is led to another host: whatever an address to return to holds, it is followed within the portal or not at all.</summary>
public sealed partial class RedirectTests(PostgreSqlFixture server) : AccountTest(server)
{
    /// <summary>Every parameter of the portal that holds an address to return to, by the names that requests give it.</summary>
    private static readonly string[] Parameters = ["returnUrl", "back"];

    private static readonly string[] Lures =
    [
        "https://evil.example/", "http:evil.example", "//evil.example/", "/\\evil.example/", "\\\\evil.example", "\\/evil.example", "///evil.example", "/\t/evil.example",
        "/\n/evil.example", "/\r\nLocation: https://evil.example", "\t//evil.example", " //evil.example", "~//evil.example", "~/\\evil.example", "/%2f/evil.example/../..//evil.example",
        "%2f%2fevil.example", "%68ttps://evil.example", "https:/\\evil.example", "javascript:alert(1)", "data:text/html,x", "evil.example", "@evil.example", ".evil.example",
        "/\u2028/evil.example", "//evil%E3%80%82example", "/.//evil.example", "/..//evil.example", "/;@evil.example", "//localhost@evil.example", "//localhost:80@evil.example/",
    ];

    [Fact]
    public async Task SigningIn_WithALure_LeadsIntoThePortal()
    {
        await AddAccountAsync();
        foreach (var lure in Lures)
        {
            var signIn = await Portal.OpenBrowser().OpenAsync<SignInPage>(Query(lure));
            var form = signIn.Form("#sign-in-form");
            form["Input.Email"] = Email;
            form["Input.Password"] = Password;
            AssertLocal(await form.SendAsync());
        }
    }

    [Fact]
    public async Task Anything_WithALure_LeadsIntoThePortal()
    {
        var organisation = await Portal.AddOrganisationAsync();
        var customer = Rows.Customer(organisation.Partner);
        await Portal.SaveAsync(organisation.Id, customer);
        var browser = await Portal.SignInAsync(organisation.Admin);
        var token = (await browser.OpenAsync("/preferences")).Find("main input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        foreach (var lure in Lures)
        {
            foreach (var address in new[] { "/account/sign-in", "/account/sign-out" })
            {
                AssertLocal(await browser.SendAsync(new HttpRequestMessage(HttpMethod.Get, address + Query(lure))));
            }

            var page = await browser.OpenAsync($"/customers/{customer.Id}/edit{Query(lure)}");
            Assert.DoesNotContain(page.Document.QuerySelectorAll("a"), link => link.GetAttribute("href") is { } href && LeadsAway(href));
            AssertLocal(await page.Form().SendAsync());
            foreach (var (handler, name, value) in new[] { ("Theme", "theme", "Dark"), ("Language", "language", "fr") })
            {
                AssertLocal(await browser.SendAsync(new HttpRequestMessage(HttpMethod.Post, $"/preferences?handler={handler}")
                {
                    Content = new FormUrlEncodedContent([new("__RequestVerificationToken", token), new(name, value), .. Fields(lure)]),
                }));
            }
        }
    }

    /// <summary>Every form, found by following links, with a lure in each parameter at once; each with another one.</summary>
    [Fact]
    public async Task EveryForm_PostedWithALure_LeadsIntoThePortal()
    {
        var forms = PostedForm.Of(await Crawl.AsPartnerAndStaffAsync(Portal), Portal.Clock.Today);
        Assert.True(forms.Count > 10);
        var redirects = 0;
        for (var i = 0; i < forms.Count; i++)
        {
            var lure = Lures[i % Lures.Length];
            var answer = await forms[i].PostAsync(Fields(lure), Query(lure)[1..]);
            AssertLocal(answer);
            redirects += answer.Headers.Location is null ? 0 : 1;
        }

        Assert.InRange(redirects, 5, forms.Count);
    }

    /// <summary>The address that a script says it stands on leads back to sign-in, and from there no further than the portal.</summary>
    [Fact]
    public async Task APartOfAPage_ThatClaimsAnAddress_LeadsToSignIn()
    {
        foreach (var lure in Lures)
        {
            var request = new HttpRequestMessage(HttpMethod.Get, "/program/markets");
            request.Headers.TryAddWithoutValidation("HX-Current-URL", $"https://evil.example/{string.Concat(lure.Where(character => !char.IsControl(character) && char.IsAscii(character)))}");
            var answer = await Portal.OpenBrowser().SendAsync(request);
            Assert.StartsWith("/account/sign-in", answer.Headers.GetValues("HX-Redirect").Single(), StringComparison.Ordinal);
        }
    }

    /// <summary>Whoever adds another parameter of the kind adds it above, where it is tried.</summary>
    [Fact]
    public async Task Parameters_ThatHoldAnAddress_AreThoseTriedHere()
    {
        var names =
            (from route in await PortalRoute.OfAsync(Portal)
             let page = route.Page
             where page is not null
             from parameter in page.BoundProperties.Concat(page.HandlerMethods.SelectMany(handler => handler.Parameters))
             where parameter.ParameterType == typeof(string) || parameter.ParameterType == typeof(Uri)
             let name = parameter.BindingInfo?.BinderModelName ?? parameter.Name ?? ""
             where LooksLikeAnAddress().IsMatch(name)
             select name).Distinct(StringComparer.OrdinalIgnoreCase).Order(StringComparer.OrdinalIgnoreCase);

        Assert.Equal(Parameters.Order(StringComparer.OrdinalIgnoreCase), names, StringComparer.OrdinalIgnoreCase);
    }

    [GeneratedRegex("url|uri|return|back$|next|redirect|continue|goto|target|destination", RegexOptions.IgnoreCase)]
    private static partial Regex LooksLikeAnAddress();

    private static IEnumerable<KeyValuePair<string, string>> Fields(string lure) => Parameters.Select(name => KeyValuePair.Create(name, lure));

    private static string Query(string lure) => "?" + string.Join('&', Parameters.Select(name => $"{name}={Uri.EscapeDataString(lure)}"));

    private static void AssertLocal(HttpResponseMessage answer)
    {
        Assert.True((int)answer.StatusCode < 500, $"{answer.RequestMessage!.RequestUri} answered {(int)answer.StatusCode}.");
        foreach (var header in new[] { "Location", "HX-Redirect", "HX-Location", "Refresh", "Content-Location" })
        {
            var value = answer.Headers.TryGetValues(header, out var values) ? values.Single() : null;
            Assert.False(value is not null && LeadsAway(value), $"{answer.RequestMessage!.RequestUri} leads to {value}.");
        }
    }

    /// <summary>Whether a browser would leave: it takes a backslash for a slash, and passes over line breaks and tabs.</summary>
    private static bool LeadsAway(string address)
    {
        var seen = new string([.. address.Where(character => character is not ('\t' or '\r' or '\n'))]).Trim().Replace('\\', '/');
        return !seen.StartsWith('/') && !seen.StartsWith('#') && !seen.StartsWith('?') || seen.StartsWith("//", StringComparison.Ordinal);
    }
}
