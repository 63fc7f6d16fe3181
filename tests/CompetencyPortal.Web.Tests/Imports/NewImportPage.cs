using System.Text;

using CompetencyPortal.Data.Entities;
using CompetencyPortal.Web.Tests.Hosting;

namespace CompetencyPortal.Web.Tests.Imports;

/// <summary>The page on which a file is chosen.</summary>
public sealed class NewImportPage : WebPage, IHasAddress
{
    public static string Address => "/imports/new";

    /// <summary>Sends a file, and follows where that leads.</summary>
    public Task<TPage> SendAsync<TPage>(ImportKind? kind, string? text, string name = "file.csv")
        where TPage : WebPage, new() =>
        SendAsync<TPage>(kind, text is null ? null : Encoding.UTF8.GetBytes(text), name);

    /// <inheritdoc cref="SendAsync{TPage}(ImportKind?, string?, string)"/>
    public Task<TPage> SendAsync<TPage>(ImportKind? kind, byte[]? content, string name = "file.csv")
        where TPage : WebPage, new()
    {
        var form = Form();
        if (kind is { } chosen)
        {
            form["Input.Kind"] = chosen.ToString();
        }

        if (content is not null)
        {
            form.Choose("Input.File", name, content);
        }

        return form.SubmitAsync<TPage>();
    }

    /// <summary>Sends a file whose columns are recognised, and waits until it is checked.</summary>
    public static async Task<ImportPage> CheckAsync(Browser browser, ImportKind kind, string text, string name = "file.csv") =>
        await (await (await browser.OpenAsync<NewImportPage>()).SendAsync<ImportPage>(kind, text, name)).WaitAsync();
}
