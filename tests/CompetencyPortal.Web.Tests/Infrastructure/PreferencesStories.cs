using AngleSharp.Html.Dom;

using CompetencyPortal.Testing.Databases;
using CompetencyPortal.Web.Tests.Hosting;

namespace CompetencyPortal.Web.Tests.Infrastructure;

public sealed class PreferencesStories(PostgreSqlFixture server) : PortalTest(server)
{
    [Fact]
    public async Task AnyoneCanChooseALanguage_AndStaysOnTheirPage()
    {
        var browser = Portal.OpenBrowser("ru");
        var page = await browser.OpenAsync("/account/sign-in?returnUrl=%2Frevenue");

        var chosen = await Choice(page, "Language").SubmitAsync<WebPage>("Español");

        Assert.Equal("/account/sign-in?returnUrl=%2Frevenue", chosen.Location);
        Assert.Equal("Iniciar sesión", chosen.Heading);
        Assert.Equal("es", chosen.Document.DocumentElement.GetAttribute("lang"));
    }

    [Theory]
    [InlineData("Dark", "dark", "(prefers-contrast: more)")]
    [InlineData("Light", "light", "(prefers-contrast: more)")]
    [InlineData("High contrast", "system", "all")]
    [InlineData("As the device", "system", "(prefers-contrast: more)")]
    public async Task AnyoneCanChooseATheme_AndItIsThereWithTheFirstPaint(string choice, string theme, string contrast)
    {
        var page = await Portal.OpenBrowser().OpenAsync("/account/sign-in");

        var chosen = await Choice(page, "Theme").SubmitAsync<WebPage>(choice);

        Assert.Equal(theme, chosen.Document.DocumentElement.GetAttribute("data-theme"));
        Assert.Equal(contrast, chosen.Find("link[href*=contrast]")!.GetAttribute("media"));
        Assert.Contains(choice, chosen.Text("header form[action*=Theme] [aria-current]"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("https://elsewhere.example/")]
    [InlineData("//elsewhere.example/")]
    [InlineData(@"/\elsewhere.example/")]
    public async Task NobodyIsSentElsewhere(string returnUrl)
    {
        var answer = await PostAsync("Theme", ("theme", "Dark"), ("returnUrl", returnUrl));

        Assert.Equal("/", $"{answer.Headers.Location}");
    }

    [Theory]
    [InlineData("Theme", "theme", "42")]
    [InlineData("Theme", "theme", "")]
    [InlineData("Language", "language", "tlh")]
    [InlineData("Language", "language", "")]
    public async Task WhatIsNotOffered_IsRefused(string handler, string name, string value)
    {
        var answer = await PostAsync(handler, (name, value));

        Assert.Equal(400, (int)answer.StatusCode);
    }

    private static Form Choice(WebPage page, string handler) =>
        new(page, (IHtmlFormElement)page.Find($"header form[action*={handler}]")!);

    private async Task<HttpResponseMessage> PostAsync(string handler, params (string Name, string Value)[] fields)
    {
        const string Token = "__RequestVerificationToken";
        var browser = Portal.OpenBrowser();
        var page = await browser.OpenAsync("/preferences");
        return await browser.SendAsync(new HttpRequestMessage(HttpMethod.Post, $"/preferences?handler={handler}")
        {
            Content = new FormUrlEncodedContent(
                fields.Append((Token, page.Find($"input[name={Token}]")!.GetAttribute("value")!)).Select(field => KeyValuePair.Create(field.Item1, field.Item2))),
        });
    }
}
