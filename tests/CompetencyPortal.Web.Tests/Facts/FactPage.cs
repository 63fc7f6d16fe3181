using CompetencyPortal.Web.Tests.Hosting;

namespace CompetencyPortal.Web.Tests.Facts;

/// <summary>A page on which a fact is added, edited or deleted.</summary>
public class FactPage : WebPage
{
    /// <summary>What two editors want differently: the value's name, the present reader's value, and the one saved meanwhile.</summary>
    public IReadOnlyList<(string Label, string Mine, string Theirs)> Conflict =>
        [.. Document.QuerySelectorAll(".conflict tbody tr").Select(row => (Clean(row.Children[0]), Clean(row.Children[1]), Clean(row.Children[2])))];

    /// <summary>What others did meanwhile: who and when, and each value that changed by it.</summary>
    public IReadOnlyList<(string Said, IReadOnlyList<string> Changed)> Steps =>
        [.. Document.QuerySelectorAll(".steps-taken").Select(list => (Clean(list.PreviousElementSibling!), (IReadOnlyList<string>)[.. list.Children.Select(Clean)]))];

    public async Task<TPage> SaveAsync<TPage>(params (string Field, string? Value)[] values)
        where TPage : WebPage, new()
    {
        var form = Form();
        foreach (var (field, value) in values)
        {
            form[$"Input.{field}"] = value;
        }

        return await form.SubmitAsync<TPage>();
    }

    /// <summary>Saves what is refused: the form comes again.</summary>
    public async Task<FactPage> TryAsync(params (string Field, string? Value)[] values)
    {
        var page = await SaveAsync<FactPage>(values);
        Assert.NotEmpty(page.Errors);
        Assert.StartsWith("Error: ", page.Title, StringComparison.Ordinal);
        return page;
    }
}
