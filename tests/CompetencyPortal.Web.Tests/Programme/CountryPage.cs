using CompetencyPortal.Web.Tests.Hosting;

namespace CompetencyPortal.Web.Tests.Programme;

/// <summary>A country with its classifications, and the forms that add to them and correct them.</summary>
public sealed class CountryPage : WebPage
{
    /// <summary>The classifications, the latest first: from, until, market, status and reason.</summary>
    public IReadOnlyList<string> Classifications => [.. Document.QuerySelectorAll("#history ~ div tbody tr").Select(row => Clean(row).Split(" Correct")[0])];

    /// <summary>The country's organisations, with their markets and where these come from.</summary>
    public IReadOnlyList<string> Partners => [.. Document.QuerySelectorAll("#partners ~ div tbody tr").Select(row => Clean(row).Split(" Set market")[0])];

    public Task<CountryPage> OpenClassificationAsync() => FollowAsync<CountryPage>("main a[href$='/classify']");

    /// <summary>Opens the latest classification to correct it.</summary>
    public Task<CountryPage> OpenCorrectionAsync() => FollowAsync<CountryPage>("#history ~ div tbody a");

    /// <summary>Opens the market of the first organisation.</summary>
    public Task<CountryPage> OpenOverrideAsync() => FollowAsync<CountryPage>("#partners ~ div tbody a");

    /// <summary>Fills in the form that the page holds and submits it.</summary>
    public async Task<CountryPage> SaveAsync(string? market, string reason = "List of the programme", string? from = null)
    {
        var form = Form();
        if (from is not null)
        {
            form["Input.EffectiveFrom"] = from;
        }

        if (market is not null)
        {
            form["Input.Market"] = market;
        }

        form["Input.Reason"] = reason;
        return await form.SubmitAsync<CountryPage>();
    }

    public Task<CountryPage> RemoveAsync() => Form().SubmitAsync<CountryPage>("Remove");
}
