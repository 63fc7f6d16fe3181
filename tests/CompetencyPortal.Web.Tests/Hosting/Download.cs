using System.Net;

namespace CompetencyPortal.Web.Tests.Hosting;

/// <summary>A CSV file as the portal sent it.</summary>
/// <param name="Name">The file's name.</param>
/// <param name="Lines">Its lines, the names of the columns first.</param>
public sealed record Download(string Name, IReadOnlyList<string> Lines)
{
    public static async Task<Download> OpenAsync(Browser browser, string address)
    {
        using var response = await browser.SendAsync(new HttpRequestMessage(HttpMethod.Get, new Uri(Browser.Home, address)));
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal("text/csv", response.Content.Headers.ContentType?.MediaType);
        Assert.Equal("attachment", response.Content.Headers.ContentDisposition?.DispositionType);
        Assert.True(response.Headers.CacheControl?.NoStore, "A file of figures is kept by nobody.");
        var text = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        return new Download(
            response.Content.Headers.ContentDisposition!.FileName!.Trim('"'),
            text.TrimStart('\ufeff').Split("\r\n", StringSplitOptions.RemoveEmptyEntries));
    }
}
