using CompetencyPortal.Data.Entities;
using CompetencyPortal.Web.Tests.Hosting;

namespace CompetencyPortal.Web.Tests.Imports;

/// <summary>The page of one import, however far it has come.</summary>
public sealed class ImportPage : WebPage
{
    /// <summary>How often a page is looked at again that is under way, a tenth of a second apart.</summary>
    private const int Patience = 300;

    public bool IsUnderWay => Find(".progress-panel") is not null;

    /// <summary>What was made of the file, as the page says.</summary>
    public string State => Text(".lead").Split(" · ")[^1];

    /// <summary>The tabs with their counts, such as <c>New 3</c>.</summary>
    public IReadOnlyList<string> Outcomes => [.. Document.QuerySelectorAll(".import-tabs a").Select(Clean)];

    /// <summary>The rows that are shown, cell by cell.</summary>
    public IReadOnlyList<IReadOnlyList<string>> Rows =>
        [.. Document.QuerySelectorAll(".table-region tbody tr").Select(row => (IReadOnlyList<string>)[.. row.QuerySelectorAll("th, td").Select(Clean)])];

    /// <summary>What is said about each row that is refused, or changes something.</summary>
    public IReadOnlyList<string> Remarks => [.. Document.QuerySelectorAll(".import-errors li").Select(Clean)];

    /// <summary>The sentences about standings.</summary>
    public IReadOnlyList<string> Effects => [.. Document.QuerySelectorAll(".import-effects > p").Select(Clean)];

    public IReadOnlyList<string> Notes => [.. Document.QuerySelectorAll(".note").Select(Clean)];

    public string Address => Location.Split('?')[0];

    /// <summary>Looks again until the work is done.</summary>
    public async Task<ImportPage> WaitAsync()
    {
        var page = this;
        for (var i = 0; page.IsUnderWay; i++)
        {
            Assert.True(i < Patience, $"{page} is under way for too long.");
            await Task.Delay(100, TestContext.Current.CancellationToken);
            page = await Browser.OpenAsync<ImportPage>(new Uri(Browser.Home, Address));
        }

        return page;
    }

    public Task<ImportPage> ShowAsync(ImportOutcome outcome) => FollowAsync<ImportPage>($"#show-{outcome}");

    /// <summary>Confirms, and waits until it is done.</summary>
    public async Task<ImportPage> ConfirmAsync() => await (await Form("form[action*=Confirm]").SubmitAsync<ImportPage>()).WaitAsync();

    public Task<WebPage> DiscardAsync() => Form("form[action*=Discard]").SubmitAsync<WebPage>();
}
