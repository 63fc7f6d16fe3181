using CompetencyPortal.Data.Entities;
using CompetencyPortal.Web.Tests.Hosting;

namespace CompetencyPortal.Web.Tests.Members;

/// <summary>A page on which somebody is invited, in whatever house.</summary>
public sealed class InvitePage : WebPage
{
    public const string OfOrganisation = "/organisation/invite";
    public const string OfStaff = "/program/staff/invite";

    public static Task<InvitePage> OpenAsync(Browser browser, string address = OfOrganisation) => browser.OpenAsync<InvitePage>(new Uri(Browser.Home, address));

    public Task<InvitePage> InviteAsync(string name, string email, PortalRole? role = null, bool? maySeeAmounts = null, string? culture = null)
    {
        var form = Form();
        form["Input.Name"] = name;
        form["Input.Email"] = email;
        if (role is not null)
        {
            form["Input.Role"] = role.ToString();
        }

        if (maySeeAmounts is not null)
        {
            form["Input.MaySeeAmounts"] = maySeeAmounts is true ? "true" : "false";
        }

        form["Input.Culture"] = culture ?? form["Input.Culture"];
        return form.SubmitAsync<InvitePage>();
    }
}
