using CompetencyPortal.Web.Tests.Facts;
using CompetencyPortal.Web.Tests.Hosting;

namespace CompetencyPortal.Web.Tests.Revenue;

/// <summary>The list of revenue lines.</summary>
public sealed class RevenuePage : FactPage, IHasAddress
{
    public static string Address => "/revenue";

    /// <summary>The lines of this page as they read, cell by cell.</summary>
    public IReadOnlyList<IReadOnlyList<string>> Lines =>
        [.. Document.QuerySelectorAll("main tbody tr").Select(row => (IReadOnlyList<string>)[.. row.QuerySelectorAll("th, td:not(.row-actions, .row-choice)").Select(Clean)])];

    /// <summary>How many lines there are and what they come to.</summary>
    public string Sums => Text(".list-sums");

    public Task<FactPage> AddAsync() => FollowAsync<FactPage>("a[href^='/revenue/add']");

    public Task<FactPage> EditFirstAsync() => FollowAsync<FactPage>("main tbody .row-actions a");
}
