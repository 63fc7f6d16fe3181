using CompetencyPortal.Web.Tests.Hosting;

namespace CompetencyPortal.Web.Tests.Programme;

/// <summary>A draft and its difference; also the page on which it is published, and the one on which it is deleted.</summary>
public sealed class DraftPage : WebPage
{
    /// <summary>The rows of the difference that are marked as changed: amount, before, after, and the word for the change.</summary>
    public IReadOnlyList<string> Changes => [.. Document.QuerySelectorAll("tr.changed").Select(Clean)];

    public Task<RevisePage> EditAsync() => FollowAsync<RevisePage>("main a[href*='/revise?draft=']");

    public Task<DraftPage> OpenPublicationAsync() => FollowAsync<DraftPage>("main a[href$='/publish']");

    public Task<DraftPage> OpenDeletionAsync() => FollowAsync<DraftPage>("main a[href$='/delete']");

    /// <summary>Confirms what the page asks.</summary>
    public Task<DraftPage> ConfirmAsync() => Form().SubmitAsync<DraftPage>();
}
