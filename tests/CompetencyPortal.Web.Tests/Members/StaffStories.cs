using System.Net;

using CompetencyPortal.Data.Entities;
using CompetencyPortal.Testing.Databases;
using CompetencyPortal.Web.Tests.Hosting;

namespace CompetencyPortal.Web.Tests.Members;

public sealed class StaffStories(PostgreSqlFixture server) : MemberTest(server)
{
    private const string Email = "ingrid@programme.example";

    [Fact]
    public async Task AProgrammeAdminInvitesAColleagueChangesTheirRoleAndRemovesThem()
    {
        var admin = await Portal.SignInAsync(await Portal.AddStaffAsync());
        var answer = await (await InvitePage.OpenAsync(admin, InvitePage.OfStaff)).InviteAsync("Ingrid Solheim", Email, PortalRole.ProgrammeEditor);
        Assert.Equal(PeoplePage.OfStaff, answer.Location);
        Assert.Equal("Invitation to the programme staff", (await MailToAsync(Email)).Subject);
        var ingrid = await AcceptAsync(Email);
        Assert.Equal((PortalRole.ProgrammeEditor, null), (ingrid.Role, ingrid.PartnerId));

        var people = await (await (await PeoplePage.OpenAsync(admin, PeoplePage.OfStaff)).OpenAsync("Ingrid Solheim")).ChangeAsync(PortalRole.ProgrammeAdmin);
        Assert.Contains("Programme admin", people.Row("Ingrid"), StringComparison.Ordinal);
        people = await (await people.OpenAsync("Ingrid Solheim")).RemoveAsync();
        Assert.DoesNotContain("Ingrid Solheim", people.Members);
        Assert.Equal(["Invitation.Sent", "Invitation.Accepted", "Staff.RoleChanged", "Staff.Removed"], (await TrailAsync()).Select(one => one.Action));
        Assert.All(await TrailAsync(), one => Assert.Null(one.PartnerId));
    }

    [Fact]
    public async Task TheLastProgrammeAdminStays()
    {
        var kwame = await Portal.AddStaffAsync();
        await Portal.AddStaffAsync(PortalRole.ProgrammeEditor);
        var admin = await Portal.SignInAsync(kwame);
        var page = await (await PeoplePage.OpenAsync(admin, PeoplePage.OfStaff)).OpenAsync(kwame.DisplayName);
        Assert.Single((await page.ChangeAsync(PortalRole.ProgrammeEditor)).Errors);
        Assert.Single((await page.RemoveAsync()).Errors);
        Assert.Single((await (await PeoplePage.OpenAsync(admin, "/program/staff/leave")).Form().SubmitAsync<WebPage>()).Errors);
        Assert.NotNull(await UserAsync(kwame.Email!));
    }

    [Fact]
    public async Task AnEditorSeesColleaguesAndChangesNothingButLeaves()
    {
        var admin = await Portal.AddStaffAsync();
        var editor = await Portal.SignInAsync(await Portal.AddStaffAsync(PortalRole.ProgrammeEditor));
        var page = await PeoplePage.OpenAsync(editor, PeoplePage.OfStaff);
        Assert.Equal(2, page.Members.Count);
        Assert.Null(page.Find("td.row-actions"));
        Assert.Equal(HttpStatusCode.Forbidden, (await editor.OpenAsync(InvitePage.OfStaff)).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await editor.OpenAsync($"/program/staff/members/{admin.Id}")).Status);
        Assert.Equal("/account/sign-in", (await (await PeoplePage.OpenAsync(editor, "/program/staff/leave")).Form().SubmitAsync<WebPage>()).Location);
        Assert.Equal("Staff.Left", (await TrailAsync()).Single().Action);
    }

    [Fact]
    public async Task PartnersPeopleAreNoStaff()
    {
        var fabrikam = await Portal.AddOrganisationAsync();
        var admin = await Portal.SignInAsync(await Portal.AddStaffAsync());
        Assert.Equal(HttpStatusCode.NotFound, (await admin.OpenAsync($"/program/staff/members/{fabrikam.Member.Id}")).Status);
        Assert.DoesNotContain("Fabrikam", (await PeoplePage.OpenAsync(admin, PeoplePage.OfStaff)).Text("main"), StringComparison.Ordinal);
    }
}
