using CompetencyPortal.Data.Imports;
using CompetencyPortal.Web.Tests.Hosting;

namespace CompetencyPortal.Web.Tests.Imports;

/// <summary>The page on which somebody says how a file is read.</summary>
public sealed class ColumnsPage : WebPage
{
    public IReadOnlyList<string> Headers => [.. Document.QuerySelectorAll("tbody th").Select(Clean)];

    /// <summary>What each column means; empty where it is not read.</summary>
    public IReadOnlyList<string> Meanings => [.. Enumerable.Range(0, Headers.Count).Select(index => Form()[$"Input.Columns[{index}]"] ?? "")];

    public static Task<ColumnsPage> OpenAsync(ImportPage import) => import.Browser.OpenAsync<ColumnsPage>(new Uri(Browser.Home, import.Address + "/columns"));

    /// <summary>Says what the columns mean, in their order, and has the file checked.</summary>
    public Task<TPage> SendAsync<TPage>(IReadOnlyList<ImportColumn?>? columns = null, string? culture = null)
        where TPage : WebPage, new()
    {
        var form = Form();
        for (var index = 0; index < columns?.Count; index++)
        {
            form[$"Input.Columns[{index}]"] = columns[index]?.ToString() ?? "";
        }

        if (culture is not null)
        {
            form["Input.Culture"] = culture;
        }

        return form.SubmitAsync<TPage>();
    }

    /// <summary>Has the columns separated by something else.</summary>
    public Task<ColumnsPage> SeparateAsync(ImportDelimiter delimiter)
    {
        var form = Form("main form[method=get]");
        form["delimiter"] = delimiter.ToString();
        return form.SubmitAsync<ColumnsPage>();
    }
}
