using System.Net;
using System.Text;

using CompetencyPortal.Data.Values;
using CompetencyPortal.Testing.Databases;
using CompetencyPortal.Web.Tests.Hosting;

namespace CompetencyPortal.Web.Tests.Security;

/// <summary>What is no text, or no form, is refused before anything is made of it; nothing of it ends in a fault.</summary>
public sealed class UnreadableTextTests(PostgreSqlFixture server) : PortalTest(server)
{
    [Theory]
    [InlineData("")]
    [InlineData("Ana")]
    [InlineData("L’Étoile")]
    [InlineData("小明 🎉")]
    [InlineData("two\nlines")]
    public void Text_ThatPeopleType_IsReadable(string text) => Assert.True(PlainText.Is(text));

    [Theory]
    [InlineData("a\0b")]
    [InlineData("\ufffe@example.com")]
    [InlineData("\uffff")]
    [InlineData("\ufdd0")]
    [InlineData("\U0001fffe")]
    public void Text_ThatNobodyCanType_IsNot(string text) => Assert.False(PlainText.Is(text));

    [Fact]
    public void Text_WithHalfACharacter_IsNot()
    {
        Assert.False(PlainText.Is("party " + (char)0xD83C));
        Assert.False(PlainText.Is((char)0xDF89 + " first"));
    }

    [Theory]
    [InlineData("/customers?search=%00")]
    [InlineData("/people?search=a%00b")]
    [InlineData("/revenue?product=%00")]
    [InlineData("/revenue?search=%EF%BF%BE")]
    [InlineData("/revenue?%00=1")]
    [InlineData("/options/%EF%BF%BE/customer-engagement")]
    [InlineData("/account/sign-in?returnUrl=%2F%00%2Fevil.example")]
    public async Task Address_WithWhatIsNoText_IsRefused(string address)
    {
        var browser = await Portal.SignInAsync((await Portal.AddOrganisationAsync()).Admin);
        using var answer = await browser.SendAsync(new HttpRequestMessage(HttpMethod.Get, new Uri(Browser.Home, address)));
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }

    [Theory]
    [InlineData("/account/sign-in", "Input.Email", "\ufffe@example.com", false)]
    [InlineData("/account/sign-in", "Input.Email", "\0", true)]
    [InlineData("/account/forgot", "Input.Email", "\ufffe@example.com", false)]
    [InlineData("/customers/add", "Input.Name", "a\0b", true)]
    [InlineData("/people/add", "Input.Name", "\uffff", false)]
    [InlineData("/revenue/add", "Input.Amount", "\ufffe", false)]
    public async Task Form_WithWhatIsNoText_IsRefused(string address, string field, string text, bool isMultipart)
    {
        var browser = address.StartsWith("/account/", StringComparison.Ordinal)
            ? Portal.OpenBrowser()
            : await Portal.SignInAsync((await Portal.AddOrganisationAsync()).Admin);
        var token = (await browser.OpenAsync("/preferences")).Find("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        using var form = Content([new("__RequestVerificationToken", token), new(field, text)], isMultipart);
        using var answer = await browser.SendAsync(new HttpRequestMessage(HttpMethod.Post, new Uri(Browser.Home, address)) { Content = form });
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }

    [Theory]
    [InlineData("multipart/form-data", "--x")]
    [InlineData("multipart/form-data; boundary=x", "--x\r\nContent-Disposition: form-data; name=")]
    [InlineData("application/x-www-form-urlencoded; charset=utf-7", "a=b")]
    [InlineData("application/x-www-form-urlencoded; charset=nothing", "a=b")]
    [InlineData("application/json", "{")]
    [InlineData("text/xml", "<a/>")]
    public async Task Body_ThatIsNoForm_IsRefused(string type, string body)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, new Uri(Browser.Home, "/account/sign-in")) { Content = new ByteArrayContent(Encoding.ASCII.GetBytes(body)) };
        request.Content.Headers.TryAddWithoutValidation("Content-Type", type);
        using var answer = await Portal.OpenBrowser().SendAsync(request);
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }

    [Theory]
    [InlineData("""{"id":"\ud800"}""")]
    [InlineData("""{"\ud800":1}""")]
    [InlineData("""{"id":"AQID","response":{"clientDataJSON":"\ud800"}}""")]
    [InlineData("[[[[")]
    public async Task APasskeysAnswer_ThatNoBrowserGives_IsRefused(string json)
    {
        var browser = Portal.OpenBrowser();
        var token = (await browser.OpenAsync("/preferences")).Find("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        using var form = Content([new("__RequestVerificationToken", token), new("Answer", json)], isMultipart: false);
        using var answer = await browser.SendAsync(new HttpRequestMessage(HttpMethod.Post, new Uri(Browser.Home, "/account/passkeys/sign-in")) { Content = form });
        Assert.True((int)answer.StatusCode < 500, $"{json} was answered with {(int)answer.StatusCode}.");
    }

    [Fact]
    public async Task ATickBox_ThatSaysSomethingElse_IsRefusedBesideIt()
    {
        var organisation = await Portal.AddOrganisationAsync();
        await Portal.SaveAsync(organisation.Id, Testing.Rows.Customer(organisation.Partner));
        var browser = await Portal.SignInAsync(organisation.Admin);
        var page = await browser.OpenAsync("/revenue/add");
        page.Find("[name='Input.NetNew']")!.SetAttribute("value", "perhaps");
        var form = page.Form();
        form["Input.NetNew"] = "true";

        var refused = await form.SubmitAsync<WebPage>();

        Assert.Equal(HttpStatusCode.OK, refused.Status);
        Assert.NotEmpty(refused.Errors);
        Assert.Equal("false", refused.Form()["Input.NetNew"]);
    }

    [Fact]
    public async Task AnAddressToReturnTo_InLettersThatNoHeaderCanHold_IsNotFollowed()
    {
        var browser = Portal.OpenBrowser();
        var token = (await browser.OpenAsync("/preferences")).Find("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        using var form = Content([new("__RequestVerificationToken", token), new("theme", "Dark"), new("returnUrl", "/é")], isMultipart: false);
        using var answer = await browser.SendAsync(new HttpRequestMessage(HttpMethod.Post, new Uri(Browser.Home, "/preferences?handler=theme")) { Content = form });
        Assert.Equal("/", answer.Headers.Location?.OriginalString);
    }

    private static HttpContent Content(KeyValuePair<string, string>[] fields, bool isMultipart)
    {
        if (!isMultipart)
        {
            return new FormUrlEncodedContent(fields);
        }

        var content = new MultipartFormDataContent();
        foreach (var (name, value) in fields)
        {
            content.Add(new StringContent(value), name);
        }

        return content;
    }
}
