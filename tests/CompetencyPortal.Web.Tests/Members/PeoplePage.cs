using CompetencyPortal.Data.Entities;
using CompetencyPortal.Web.Tests.Hosting;

namespace CompetencyPortal.Web.Tests.Members;

/// <summary>A page that lists the people of a house, or is about one of them.</summary>
public sealed class PeoplePage : WebPage
{
    public const string OfOrganisation = "/organisation";
    public const string OfStaff = "/program/staff";

    /// <summary>The names of those who have access.</summary>
    public IReadOnlyList<string> Members => NamesIn("table[aria-labelledby=people]");

    /// <summary>The names of those who are invited.</summary>
    public IReadOnlyList<string> Invited => NamesIn("table[aria-labelledby=invitations]");

    public static Task<PeoplePage> OpenAsync(Browser browser, string address = OfOrganisation) => browser.OpenAsync<PeoplePage>(new Uri(Browser.Home, address));

    /// <summary>Opens the page about one of those listed.</summary>
    public Task<PeoplePage> OpenAsync(string name) => FollowAsync<PeoplePage>($"td.row-actions a[aria-label$='{name}']");

    /// <summary>The text in the row of one of those listed.</summary>
    public string Row(string name) => Clean(Document.QuerySelectorAll("main tbody tr").Single(row => Clean(row.Children[0]).StartsWith(name, StringComparison.Ordinal)));

    public Task<PeoplePage> ChangeAsync(PortalRole role, bool? maySeeAmounts = null)
    {
        var form = Form("form:has(input[name='Input.Seen'])");
        form["Input.Role"] = role.ToString();
        if (maySeeAmounts is not null)
        {
            form["Input.MaySeeAmounts"] = maySeeAmounts is true ? "true" : "false";
        }

        return form.SubmitAsync<PeoplePage>();
    }

    public Task<PeoplePage> RemoveAsync() => Form("form[action$='handler=Remove']").SubmitAsync<PeoplePage>();

    public Task<PeoplePage> ResendAsync() => Form().SubmitAsync<PeoplePage>("Send again");

    public Task<PeoplePage> WithdrawAsync() => Form().SubmitAsync<PeoplePage>("Withdraw");

    private List<string> NamesIn(string table) =>
        [.. Document.QuerySelectorAll($"{table} tbody tr th").Select(name => Clean(name).Replace(" (you)", "", StringComparison.Ordinal))];
}
