using System.Net;

using CompetencyPortal.Data.Entities;
using CompetencyPortal.Testing.Databases;
using CompetencyPortal.Web.Tests.Hosting;

namespace CompetencyPortal.Web.Tests.Members;

public sealed class OrganisationLifeStories(PostgreSqlFixture server) : MemberTest(server)
{
    private const string Claire = "claire@fabrikam.example";
    private const string Youssef = "youssef@fabrikam.example";

    /// <summary>From nothing to an organisation that runs itself, by the forms and the mail alone.</summary>
    [Fact]
    public async Task AnOrganisationIsAddedAndLivesByItsOwnPeople()
    {
        var staff = await Portal.SignInAsync(await Portal.AddStaffAsync());
        var partner = await (await AddPartnerPage.OpenAsync(staff)).AddAsync("Fabrikam Conseil", "4011723", "FR", "2012-02-29", "Claire", Claire, culture: "fr");
        Assert.Equal("/program/partners/4011723", partner.Location);
        Assert.Contains("invited", partner.Message, StringComparison.Ordinal);
        Assert.Equal(["Claire"], partner.Invited);
        Assert.Empty(partner.Members);

        // The first admin reads the mail, in French, and makes the account.
        var (subject, text) = await MailToAsync(Claire);
        Assert.Equal("Invitation à rejoindre Fabrikam Conseil", subject);
        Assert.StartsWith("Bonjour Claire,", text, StringComparison.Ordinal);
        var claire = await AcceptAsync(Claire, "Claire Fontaine");
        Assert.Equal((PortalRole.PartnerAdmin, "Claire Fontaine", true), (claire.Role, claire.DisplayName, claire.EmailConfirmed));

        // She invites a member without amounts, who accepts.
        var admin = await Portal.SignInAsync(claire);
        var invited = await (await InvitePage.OpenAsync(admin)).InviteAsync("Youssef Amrani", Youssef, PortalRole.PartnerMember, maySeeAmounts: false);
        Assert.Equal(PeoplePage.OfOrganisation, invited.Location);
        var youssef = await AcceptAsync(Youssef);
        var member = await Portal.SignInAsync(youssef);
        var seen = await PeoplePage.OpenAsync(member);
        Assert.Equal(["Claire Fontaine", "Youssef Amrani"], seen.Members);
        Assert.Contains("29 February 2012 next on 28 February 2027", seen.Text("main"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Forbidden, (await InvitePage.OpenAsync(member)).Status);

        // She gives him leave to see amounts, then makes him an admin, and leaves.
        var people = await PeoplePage.OpenAsync(admin);
        Assert.Contains("not shown", people.Row("Youssef"), StringComparison.Ordinal);
        people = await (await people.OpenAsync("Youssef Amrani")).ChangeAsync(PortalRole.PartnerMember, maySeeAmounts: true);
        Assert.Contains("shown", people.Row("Youssef"), StringComparison.Ordinal);
        people = await (await people.OpenAsync("Youssef Amrani")).ChangeAsync(PortalRole.PartnerAdmin);
        Assert.Contains("Partner admin", people.Row("Youssef"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await InvitePage.OpenAsync(member)).Status);
        var gone = await (await PeoplePage.OpenAsync(admin, "/organisation/leave")).Form().SubmitAsync<WebPage>();
        Assert.Equal("/account/sign-in", gone.Location);
        Assert.Contains("deleted", gone.Message, StringComparison.Ordinal);
        Assert.Null(await UserAsync(Claire));
        Assert.Equal(["Youssef Amrani"], (await PeoplePage.OpenAsync(member)).Members);

        string[] expected =
        [
            "Partner.Added", "Invitation.Sent", "Invitation.Accepted", "Invitation.Sent", "Invitation.Accepted",
            "Member.AmountsLeaveChanged", "Member.RoleChanged", "Member.Left",
        ];

        // What one save writes at one moment has no order.
        Assert.Equal(expected.Order(), (await TrailAsync()).Select(one => one.Action).Order());
        Assert.All(await TrailAsync(), one => Assert.Equal(claire.PartnerId, one.PartnerId));
    }

    [Fact]
    public async Task StaffNameAnotherAdminWhereTheLastOneHasGoneAway()
    {
        var fabrikam = await Portal.AddOrganisationAsync();
        var staff = await Portal.SignInAsync(await Portal.AddStaffAsync());
        var partner = await PeoplePage.OpenAsync(staff, $"/program/partners/{fabrikam.Partner.PartnerNumber}");
        var asked = await partner.OpenAsync("as admin: Ben of Fabrikam");
        partner = await asked.Form().SubmitAsync<PeoplePage>();
        Assert.Contains("Ben of Fabrikam is now an admin", partner.Message, StringComparison.Ordinal);
        var ben = await Portal.SignInAsync(fabrikam.Member);
        var people = await (await (await PeoplePage.OpenAsync(ben)).OpenAsync("Ana of Fabrikam")).RemoveAsync();
        Assert.Equal(["Ben of Fabrikam"], people.Members);
        Assert.Equal(["Member.RoleChanged", "Member.Removed"], (await TrailAsync()).Select(one => one.Action));
    }

    [Fact]
    public async Task StaffInviteAnotherAdminAndTakeItBack()
    {
        var fabrikam = await Portal.AddOrganisationAsync();
        var staff = await Portal.SignInAsync(await Portal.AddStaffAsync());
        var home = $"/program/partners/{fabrikam.Partner.PartnerNumber}";
        var partner = await (await InvitePage.OpenAsync(staff, home + "/invite")).InviteAsync("Carla", "carla@fabrikam.example");
        Assert.Equal(home, partner.Location, ignoreCase: true);
        var listed = await PeoplePage.OpenAsync(staff, home);
        Assert.Equal(["Carla"], listed.Invited);
        Assert.Contains("Partner admin", listed.Row("Carla"), StringComparison.Ordinal);
        Assert.Equal(["Carla"], (await PeoplePage.OpenAsync(await Portal.SignInAsync(fabrikam.Admin))).Invited);

        var link = await LinkToAsync("carla@fabrikam.example");
        listed = await (await listed.OpenAsync("Carla")).WithdrawAsync();
        Assert.Empty(listed.Invited);
        Assert.False((await OpenLinkAsync(Portal.OpenBrowser(), link)).IsOpen);
    }

    /// <summary>Whoever tampers with staff's form invites no member into an organisation, and no colleague either.</summary>
    [Theory]
    [InlineData(PortalRole.PartnerMember)]
    [InlineData(PortalRole.ProgrammeAdmin)]
    public async Task StaffInviteAdminsAloneIntoAnOrganisation(PortalRole role)
    {
        var fabrikam = await Portal.AddOrganisationAsync();
        var staff = await Portal.SignInAsync(await Portal.AddStaffAsync());
        var page = await InvitePage.OpenAsync(staff, $"/program/partners/{fabrikam.Partner.PartnerNumber}/invite");
        page.Find("input[name='Input.Role']")!.SetAttribute("value", role.ToString());
        var answer = await page.InviteAsync("Carla", "carla@fabrikam.example");
        Assert.NotEmpty(answer.Errors);
        Assert.Empty(await TrailAsync());
    }
}
