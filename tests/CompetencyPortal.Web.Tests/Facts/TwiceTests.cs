using System.Net;

using AngleSharp.Dom;
using AngleSharp.Html.Dom;

using CompetencyPortal.Testing.Databases;
using CompetencyPortal.Web.Infrastructure;
using CompetencyPortal.Web.Tests.Hosting;
using CompetencyPortal.Web.Tests.Imports;
using CompetencyPortal.Web.Tests.Isolation;
using CompetencyPortal.Web.Tests.Members;
using CompetencyPortal.Web.Tests.Programme;

namespace CompetencyPortal.Web.Tests.Facts;

/// <summary>
/// No form loses what somebody else saved: each that changes or deletes a row is opened twice and sent twice, with different
/// values. The first changes something; the second changes nothing, and says why.
/// </summary>
public sealed class TwiceTests(PostgreSqlFixture server) : PortalTest(server)
{
    private const string Adds = "It adds a row of its own.";
    private const string Own = "It is about the reader’s own account alone.";
    private const string Same = "It comes to the same however often it is done.";

    /// <summary>How the first and the second editor change a form: by the first of these fields that it has.</summary>
    private static readonly (string Field, string First, string Second)[] Changes =
    [
        ("Input.Amount", "11.00", "22.00"),
        ("Input.Name", "As the first wants it", "As the second wants it"),
        ("Input.PassedOn", "2026-03-02", "2026-03-03"),
        ("Input.From", "2016-01-01", "2016-02-01"),
        ("Input.MaySeeAmounts", "false", "true"),
    ];

    /// <summary>Handlers whose form is sent twice in a story of their own, which knows what they need.</summary>
    private static readonly Dictionary<string, (Type Story, string Name)> Elsewhere = new(StringComparer.Ordinal)
    {
        ["POST /program/partners/{number}/edit"] = (typeof(PartnerStories), nameof(PartnerStories.TwoWhoEditAPartnerSeeEachOtherAndChoose)),
        ["POST /program/partners/{number}/market"] = (typeof(MarketStories), nameof(MarketStories.TwoWhoSetOneMarketSeeEachOther)),
        ["POST /program/markets/{country:length(2)}/{from:datetime}"] = (typeof(MarketStories), nameof(MarketStories.TwoWhoCorrectOneClassificationSeeEachOther)),
        ["POST /program/markets/{country:length(2)}/{from:datetime} (Remove)"] = (typeof(MarketStories), nameof(MarketStories.CannotRemoveAClassificationOtherThanTheOneRead)),
        ["POST /program/staff/members/{id:guid}"] = (typeof(MemberStories), nameof(MemberStories.TwoWhoChangeTheSamePersonSeeEachOther)),
        ["POST /program/rulebook/{competency}/revise"] = (typeof(ThresholdStories), nameof(ThresholdStories.TwoEditorsSeeEachOther)),
        ["POST /program/rulebook/{competency}/drafts/{draft:guid}/publish"] = (typeof(ThresholdStories), nameof(ThresholdStories.CannotPublishADraftOtherThanTheOneRead)),
        ["POST /program/rulebook/{competency}/drafts/{draft:guid}/delete"] = (typeof(ThresholdStories), nameof(ThresholdStories.CannotDeleteADraftOtherThanTheOneRead)),
        ["POST /imports/{id:guid} (Confirm)"] = (typeof(ImportStories), nameof(ImportStories.WhoConfirmsWhatWentOnMeanwhileIsToldSo)),
        ["POST /imports/{id:guid} (Discard)"] = (typeof(ImportStories), nameof(ImportStories.WhoConfirmsWhatWentOnMeanwhileIsToldSo)),
        ["POST /imports/{id:guid}/columns"] = (typeof(RefusedRowStories), nameof(RefusedRowStories.TwoWhoSayHowAFileIsReadSeeEachOther)),
    };

    /// <summary>Handlers that cannot take anything back, with the reason.</summary>
    private static readonly Dictionary<string, string> NothingToLose = new(StringComparer.Ordinal)
    {
        ["POST /account/passkeys/{key}/remove"] = Own,
        ["POST /account/passkeys/{key}/rename"] = Own,
        ["POST /customers/{customerId:guid}/associations/add"] = Adds,
        ["POST /people/{personId:guid}/passes/add"] = Adds,
        ["POST /imports/{id:guid} (Retry)"] = Same,
        ["POST /program/markets/{country:length(2)}/classify"] = Adds,
        ["POST /program/partners/{number}/invite"] = Adds,
        ["POST /organisation/invitations/{id:guid}"] = Same,
        ["POST /organisation/invitations/{id:guid} (Withdraw)"] = Same,
        ["POST /organisation/members/{id:guid} (Remove)"] = Same,
        ["POST /program/partners/{number}/invitations/{id:guid}"] = Same,
        ["POST /program/partners/{number}/invitations/{id:guid} (Withdraw)"] = Same,
        ["POST /program/partners/{number}/members/{id:guid}"] = Same,
        ["POST /program/staff/invitations/{id:guid}"] = Same,
        ["POST /program/staff/invitations/{id:guid} (Withdraw)"] = Same,
        ["POST /program/staff/members/{id:guid} (Remove)"] = Same,
    };

    [Fact]
    public async Task EveryFormThatIsSentTwice_LosesNothing()
    {
        var handlers = await HandlersAsync();
        var driven = handlers.Where(handler => !Elsewhere.ContainsKey(handler.ToString()) && !NothingToLose.ContainsKey(handler.ToString())).ToList();
        Assert.True(driven.Count > 10, $"Only {driven.Count} forms are sent twice.");
        var wrong = new List<string>();
        foreach (var handler in driven)
        {
            try
            {
                await DriveAsync(handler);
            }
            catch (Exception failure) when (failure is Xunit.Sdk.XunitException or InvalidOperationException)
            {
                wrong.Add($"{handler}: {failure.Message}");
            }
        }

        Assert.True(wrong.Count is 0, string.Join("\n", wrong));
        TestContext.Current.TestOutputHelper!.WriteLine($"Twice: {driven.Count} forms were sent by two people at once.");
    }

    [Fact]
    public async Task EveryOtherFormThatChangesARow_IsSentTwiceInItsOwnStory_OrCanTakeNothingBack()
    {
        var handlers = (await HandlersAsync()).Select(handler => handler.ToString()).ToHashSet(StringComparer.Ordinal);
        Assert.All(Elsewhere.Keys.Concat(NothingToLose.Keys), name => Assert.Contains(name, handlers));
        foreach (var (story, name) in Elsewhere.Values)
        {
            var method = story.GetMethod(name);
            Assert.True(method?.GetCustomAttributes(typeof(FactAttribute), inherit: true).Length > 0, $"{story.Name}.{name} is no test.");
        }
    }

    /// <summary>Every handler that is posted to an address which names something, by its key or otherwise.</summary>
    private async Task<IReadOnlyList<KeyedHandler>> HandlersAsync()
    {
        var handlers = KeyedHandler.Of(await PortalRoute.OfAsync(Portal))
            .Where(handler => handler.Method == HttpMethod.Post && handler.Route.Pattern.Parameters.Count > 0 && !handler.Route.IsOpen).ToList();
        Assert.NotEmpty(handlers);
        return handlers;
    }

    private async Task DriveAsync(KeyedHandler handler)
    {
        var house = await House.BuildAsync(Portal, "Fabrikam");
        var (first, second) = (await OpenAsync(handler, house), await OpenAsync(handler, house));
        var before = await house.ContentsAsync(Portal, Cancellation);

        var answer = await SendAsync(first, handler, change => change.First);
        Assert.True(answer.Status is HttpStatusCode.OK && answer.Errors.Count is 0, $"the first is refused: {answer}");
        var saved = await house.ContentsAsync(Portal, Cancellation);
        Assert.True(before != saved, "the first changes nothing.");

        answer = await SendAsync(second, handler, change => change.Second);
        Assert.Equal(HttpStatusCode.OK, answer.Status);
        Assert.Equal(saved, await house.ContentsAsync(Portal, Cancellation));
        Assert.True(answer.Errors.Count > 0 || answer.Message is not null, $"the second is told nothing: {answer}");
    }

    /// <summary>The page with the handler's form, in a browser of its own, with the first of the house's keys that it opens for.</summary>
    private async Task<WebPage> OpenAsync(KeyedHandler handler, House house)
    {
        var visitor = handler.Route.Policies.Contains(Policies.ProgrammeAdmin) || handler.Route.Policies.Contains(Policies.Staff)
            ? await Portal.SignInAsync(await Portal.AddStaffAsync())
            : await Portal.SignInAsync(house.Organisation.Admin);
        foreach (var keys in Choices(house.Keys, handler.RouteKeys))
        {
            var page = await visitor.OpenAsync(handler.Route.AddressFor(house.Parts, keys));
            if (page.Status is HttpStatusCode.OK && FormOf(page, handler) is not null)
            {
                return page;
            }
        }

        throw new InvalidOperationException("no key of the house opens its form; send it twice in a story of its own.");
    }

    private static Task<WebPage> SendAsync(WebPage page, KeyedHandler handler, Func<(string Field, string First, string Second), string> value)
    {
        var element = FormOf(page, handler)!;
        var form = new Form(page, element);
        var fields = element.Elements.Where(control => control.GetAttribute("type") is not "hidden").Select(control => control.GetAttribute("name")).OfType<string>().ToHashSet(StringComparer.Ordinal);
        var change = Changes.FirstOrDefault(one => fields.Contains(one.Field));
        if (change.Field is not null)
        {
            form[change.Field] = value(change);
        }

        return form.SubmitAsync<WebPage>();
    }

    private static IHtmlFormElement? FormOf(WebPage page, KeyedHandler handler) =>
        page.Document.QuerySelectorAll("main form[method=post]").OfType<IHtmlFormElement>().FirstOrDefault(form =>
            new Uri(new Uri(form.Action), "").AbsolutePath == new Uri(Browser.Home, page.Location).AbsolutePath
            && (handler.Name is null ? !form.Action.Contains("handler=", StringComparison.OrdinalIgnoreCase) : form.Action.Contains($"handler={handler.Name}", StringComparison.OrdinalIgnoreCase)));

    private static IEnumerable<Guid[]> Choices(Guid[] keys, int count) => count switch
    {
        0 => [[]],
        1 => keys.Select(key => new[] { key }),
        _ => from one in keys from other in keys where one != other select new[] { one, other },
    };
}
