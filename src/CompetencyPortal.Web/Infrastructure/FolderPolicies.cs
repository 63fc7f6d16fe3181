using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.ApplicationModels;

namespace CompetencyPortal.Web.Infrastructure;

/// <summary>
/// Who may open the pages of a folder. The folders named without a policy are for every signed-in person (the fallback
/// policy) unless a page says otherwise; everything not named is the partner's.
/// </summary>
internal sealed class FolderPolicies : IPageApplicationModelConvention
{
    private static readonly (string Folder, string? Policy)[] Folders =
    [
        ("/Program/", Policies.Staff),
        ("/Account/", null),
        ("/Demo/", null),
        ("/Error", null),
        ("/Preferences", null),
        ("/Imports/", Policies.PartnerAdmin),
        ("/", Policies.Partner),
    ];

    public void Apply(PageApplicationModel model)
    {
        var (_, policy) = Folders.First(folder => model.ViewEnginePath.StartsWith(folder.Folder, StringComparison.Ordinal));
        if (policy is not null)
        {
            model.EndpointMetadata.Add(new AuthorizeAttribute(policy));
        }
    }
}
