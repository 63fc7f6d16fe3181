using System.IO.Compression;
using System.Net;

using CompetencyPortal.Web.Tests.Hosting;

namespace CompetencyPortal.Web.Tests.Exports;

/// <summary>The file that holds a whole organisation, as the portal sent it.</summary>
/// <param name="Name">The file's name.</param>
/// <param name="Files">The texts of the files in it, by their names.</param>
public sealed record Archive(string Name, IReadOnlyDictionary<string, string> Files)
{
    public static async Task<Archive> OpenAsync(Browser browser, string query = "")
    {
        using var response = await browser.SendAsync(new HttpRequestMessage(HttpMethod.Get, new Uri(Browser.Home, "/organisation?handler=Archive" + query)));
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal("application/zip", response.Content.Headers.ContentType?.MediaType);
        Assert.True(response.Headers.CacheControl?.NoStore, "A file of figures is kept by nobody.");
        await using var zip = new ZipArchive(await response.Content.ReadAsStreamAsync(TestContext.Current.CancellationToken));
        return new Archive(
            response.Content.Headers.ContentDisposition!.FileName!,
            zip.Entries.ToDictionary(entry => entry.FullName, entry =>
            {
                using var reader = new StreamReader(entry.Open());
                return reader.ReadToEnd();
            }));
    }
}
