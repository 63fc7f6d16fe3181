using System.Net;

using AngleSharp.Dom;
using AngleSharp.Html.Dom;

using CompetencyPortal.Data.Entities;
using CompetencyPortal.Testing.Databases;
using CompetencyPortal.Web.Infrastructure;
using CompetencyPortal.Web.Tests.Hosting;

using Microsoft.EntityFrameworkCore;

namespace CompetencyPortal.Web.Tests.Isolation;

/// <summary>
/// Nobody reaches another organisation's rows: every handler that a key can be brought to — in the address, the query or the
/// form, exports included — for every kind of visitor, with keys of their own organisation and of another. What they may not
/// open stays closed whatever the key; what they may open is not there for a foreign key, and the audit trail says who asked.
/// </summary>
public sealed class IsolationMatrixTests(PostgreSqlFixture server) : PortalTest(server)
{
    private const string Mark = "Tailspin";
    private const string TokenField = "__RequestVerificationToken";

    private int _combinations;

    [Fact]
    public async Task NoCombinationOfHandlerVisitorAndKey_ReachesAnotherOrganisation()
    {
        var own = await House.BuildAsync(Portal, "Fabrikam");
        var foreign = await House.BuildAsync(Portal, Mark);
        var handlers = KeyedHandler.Of(await PortalRoute.OfAsync(Portal)).Where(handler => handler.TakesKeys).ToList();
        Assert.True(handlers.Count > 20, $"Only {handlers.Count} handlers take keys.");
        var before = await foreign.ContentsAsync(Portal, Cancellation);

        foreach (var visitor in await Visitor.AllAsync(Portal, own.Organisation))
        {
            foreach (var handler in handlers)
            {
                await (visitor.MayEnter(handler.Route) ? TryOpenAsync(visitor, handler, own, foreign) : TryClosedAsync(visitor, handler, own, foreign));
            }
        }

        Assert.Equal(before, await foreign.ContentsAsync(Portal, Cancellation));
        Assert.True(_combinations > 1000, $"Only {_combinations} combinations were tried.");
        TestContext.Current.TestOutputHelper!.WriteLine($"Isolation matrix: {_combinations} combinations of handler, visitor and keys; {handlers.Count} handlers take keys.");
    }

    /// <summary>What the matrix refuses is refused because of the key: the same handler does its work with one of the visitor's own.</summary>
    [Fact]
    public async Task EveryKeyedHandlerOfAPartner_WorksWithAnOwnKey()
    {
        var handlers = KeyedHandler.Of(await PortalRoute.OfAsync(Portal)).Where(handler => handler.RouteKeys > 0 && handler.Route.Policies.Contains(Policies.Partner)).ToList();
        Assert.NotEmpty(handlers);
        var foreign = await House.BuildAsync(Portal, Mark);
        var before = await foreign.ContentsAsync(Portal, Cancellation);
        foreach (var handler in handlers)
        {
            var own = await House.BuildAsync(Portal, "Fabrikam");
            var admin = new Visitor("admin", await Portal.SignInAsync(own.Organisation.Admin), own.Organisation.Admin);
            var page = await OpeningAsync(admin, handler, own);
            Assert.True(page is not null, $"{handler} opens for none of the organisation's own rows, so it proves nothing.");
            if (handler.Method == HttpMethod.Post)
            {
                var content = FieldsOf(page, handler);
                Assert.True(content is not null, $"{handler.Route} has no form for {handler}.");
                var status = await SendAsync(admin, handler.Method, page.Location.Split('?')[0] + (handler.Name is null ? "" : $"?handler={handler.Name}"), content);
                Assert.True(status is HttpStatusCode.OK or HttpStatusCode.Redirect, $"{handler} answered {(int)status} to the organisation's own row.");
            }
        }

        Assert.Equal(before, await foreign.ContentsAsync(Portal, Cancellation));
    }

    /// <summary>A handler whose policy shuts this visitor out: own or foreign keys make no difference.</summary>
    private async Task TryClosedAsync(Visitor visitor, KeyedHandler handler, House own, House foreign)
    {
        foreach (var keys in new[] { own.Keys, foreign.Keys }.SelectMany(pool => pool.Select(key => Enumerable.Repeat(key, handler.RouteKeys).ToArray())).DistinctBy(keys => string.Join(' ', keys)))
        {
            var address = handler.AddressFor(own.Parts, keys) + QueryOf(handler, foreign.Keys[0]);
            var content = handler.Method == HttpMethod.Post ? handler.FormKeys.Select(field => KeyValuePair.Create(field, $"{foreign.Keys[0]}")) : null;
            var status = await SendAsync(visitor, handler.Method, address, content);
            Assert.True(status == visitor.Closed, $"{handler} answered a {visitor.Name} who may not enter with {(int)status}.");
        }
    }

    /// <summary>A handler that this visitor may use: a foreign key, in any place, is not found, and leaves its event.</summary>
    private async Task TryOpenAsync(Visitor visitor, KeyedHandler handler, House own, House foreign)
    {
        var opened = handler.Method == HttpMethod.Post ? await OpeningAsync(visitor, handler, own) : null;
        var form = handler.Method == HttpMethod.Post
            ? (opened is null ? null : FieldsOf(opened, handler)) ?? [KeyValuePair.Create(TokenField, await visitor.TokenAsync())]
            : null;
        foreach (var keys in CombinationsOf([.. own.Keys, .. foreign.Keys], handler.RouteKeys).Where(keys => keys.Any(foreign.Keys.Contains)))
        {
            await IsNotFoundAsync(visitor, handler, handler.AddressFor(own.Parts, keys), form, keys.First(foreign.Keys.Contains));
        }

        var ownAddress = opened is not null || handler.RouteKeys > 0 ? opened?.Location.Split('?')[0] : handler.Route.AddressFor(own.Parts);
        if (ownAddress is null)
        {
            return;
        }

        foreach (var key in foreign.Keys)
        {
            var address = ownAddress + (handler.Name is null ? "" : $"?handler={handler.Name}");
            foreach (var name in handler.QueryKeys)
            {
                await IsNotFoundAsync(visitor, handler, $"{address}{(address.Contains('?', StringComparison.Ordinal) ? '&' : '?')}{name}={key}", form, key);
            }

            foreach (var name in handler.FormKeys)
            {
                await IsNotFoundAsync(visitor, handler, address, form!.Where(field => field.Key != name).Append(KeyValuePair.Create(name, $"{key}")), key);
            }
        }
    }

    private async Task IsNotFoundAsync(Visitor visitor, KeyedHandler handler, string address, IEnumerable<KeyValuePair<string, string>>? form, Guid key)
    {
        var account = visitor.IsComplete ? visitor.Account : null;
        var events = account is null ? 0 : await CountEventsAsync(account, key);
        var status = await SendAsync(visitor, handler.Method, address, form);
        Assert.True(status is HttpStatusCode.NotFound, $"{handler} answered a {visitor.Name} at {address} with {(int)status}.");
        if (account is not null)
        {
            Assert.True(await CountEventsAsync(account, key) == events + 1, $"{handler} left no event when a {visitor.Name} asked for {address}.");
        }
    }

    private async Task<int> CountEventsAsync(PortalUser account, Guid key)
    {
        await using var db = await Portal.Database.OpenAsync(account.PartnerId);
        return await db.AuditEvents.CountAsync(
            one => one.Action == MissingKeyTrail.Action && one.ActorId == account.Id && one.PartnerId == account.PartnerId && one.EntityId.Contains($"{key}"), Cancellation);
    }

    /// <summary>The handler's page as it opens with keys of the visitor's own organisation, for a post with a form for it; null if it opens with none.</summary>
    private async Task<WebPage?> OpeningAsync(Visitor visitor, KeyedHandler handler, House own)
    {
        WebPage? opened = null;
        foreach (var keys in CombinationsOf(own.Keys, handler.RouteKeys))
        {
            var page = await visitor.Browser.OpenAsync(handler.Route.AddressFor(own.Parts, keys));
            _combinations++;
            if (page.Status is HttpStatusCode.OK && page.Location.StartsWith(handler.Route.AddressFor(own.Parts, keys), StringComparison.OrdinalIgnoreCase))
            {
                opened = page;
                if (handler.Method == HttpMethod.Get || FieldsOf(page, handler) is not null)
                {
                    break;
                }
            }
        }

        return opened;
    }

    /// <summary>What the page's own form for the handler would send; null if the page has none.</summary>
    private static List<KeyValuePair<string, string>>? FieldsOf(WebPage page, KeyedHandler handler)
    {
        var form = page.Document.QuerySelectorAll("main form[method=post]").OfType<IHtmlFormElement>().FirstOrDefault(form => HandlerOf(form) == handler.Name
            || form.QuerySelectorAll("button[formaction]").Any(button => button.GetAttribute("formaction")!.EndsWith($"handler={handler.Name}", StringComparison.OrdinalIgnoreCase)));
        return form is null
            ? null
            :
            [
                .. form.Elements.Where(control => control.GetAttribute("name") is { Length: > 0 } && IsSent(control))
                    .Select(control => KeyValuePair.Create(control.GetAttribute("name")!, ValueOf(control))),
            ];
    }

    private static string? HandlerOf(IHtmlFormElement form)
    {
        var action = form.GetAttribute("action") ?? "";
        var at = action.IndexOf("handler=", StringComparison.OrdinalIgnoreCase);
        return at < 0 ? null : action[(at + "handler=".Length)..].Split('&')[0];
    }

    private static bool IsSent(IElement control) => control is not IHtmlInputElement { Type: "checkbox" or "radio", IsChecked: false } and not IHtmlButtonElement;

    private static string ValueOf(IElement control) => control switch
    {
        IHtmlSelectElement select => select.Value ?? "",
        IHtmlTextAreaElement area => area.Value,
        IHtmlInputElement input => input.Value,
        _ => "",
    };

    private static string QueryOf(KeyedHandler handler, Guid key) =>
        string.Concat(handler.QueryKeys.Select((name, index) => $"{(index is 0 && handler.Name is null ? '?' : '&')}{name}={key}"));

    /// <summary>The answer's status; fails if it speaks of the other organisation.</summary>
    private async Task<HttpStatusCode> SendAsync(Visitor visitor, HttpMethod method, string address, IEnumerable<KeyValuePair<string, string>>? form)
    {
        _combinations++;
        var request = new HttpRequestMessage(method, new Uri(Browser.Home, address));
        if (method == HttpMethod.Post)
        {
            request.Content = new FormUrlEncodedContent(form ?? []);
        }

        using var response = await visitor.Browser.SendAsync(request);
        var answer = await response.Content.ReadAsStringAsync(Cancellation);
        Assert.False(answer.Contains(Mark, StringComparison.Ordinal), $"{method} {address} tells a {visitor.Name} of {Mark}.");
        return response.StatusCode;
    }

    private static IEnumerable<Guid[]> CombinationsOf(Guid[] keys, int count) =>
        count is 0 ? [[]] : CombinationsOf(keys, count - 1).SelectMany(_ => keys, (first, last) => first.Append(last).ToArray());

    /// <summary>Somebody who tries: an account of each role, somebody who has not shown the second factor, and a stranger.</summary>
    private sealed record Visitor(string Name, Browser Browser, PortalUser? Account, bool IsComplete = true)
    {
        private string? _token;

        /// <summary>How a page answers that does not let this visitor in.</summary>
        public HttpStatusCode Closed => Account is not null && IsComplete ? HttpStatusCode.Forbidden : HttpStatusCode.Redirect;

        public static async Task<IReadOnlyList<Visitor>> AllAsync(PortalHost portal, Organisation organisation)
        {
            var editor = await portal.AddStaffAsync(PortalRole.ProgrammeEditor);
            var programmeAdmin = await portal.AddStaffAsync(PortalRole.ProgrammeAdmin);
            return
            [
                new("partner admin", await portal.SignInAsync(organisation.Admin), organisation.Admin),
                new("partner member", await portal.SignInAsync(organisation.Member), organisation.Member),
                new("programme editor", await portal.SignInAsync(editor), editor),
                new("programme admin", await portal.SignInAsync(programmeAdmin), programmeAdmin),
                new("person without the second factor", await portal.SignInAsync(organisation.Admin, stage: SessionStage.SecondFactorAwaited), organisation.Admin, IsComplete: false),
                new("stranger", portal.OpenBrowser(), null),
            ];
        }

        public bool MayEnter(PortalRoute route) => route.IsOpen || (IsComplete && Account is { } account && route.Policies.All(policy => AccessTests.MayEnter[policy].Contains(account.Role)));

        public async Task<string> TokenAsync() =>
            _token ??= (await Browser.OpenAsync("/preferences")).Find($"input[name={TokenField}]")!.GetAttribute("value")!;
    }
}
