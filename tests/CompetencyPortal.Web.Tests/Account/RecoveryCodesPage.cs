using CompetencyPortal.Web.Tests.Hosting;

namespace CompetencyPortal.Web.Tests.Account;

public sealed class RecoveryCodesPage : WebPage, IHasAddress
{
    public static string Address => "/account/recovery-codes";

    /// <summary>The codes shown; none but once.</summary>
    public IReadOnlyList<string> Codes => [.. Document.QuerySelectorAll(".recovery-codes code").Select(Clean)];

    /// <summary>What the link to download holds.</summary>
    public string File => Uri.UnescapeDataString(Find("a[download]")!.GetAttribute("href")!.Split(',')[1]);

    public Task<WebPage> ContinueAsync() => FollowAsync<WebPage>("main p a.btn-primary");

    public Task<RecoveryCodesPage> MakeAsync() => Form().SubmitAsync<RecoveryCodesPage>();
}
