using System.Net;

using CompetencyPortal.Data.Entities;
using CompetencyPortal.Testing;
using CompetencyPortal.Testing.Databases;
using CompetencyPortal.Web.Infrastructure.Sessions;
using CompetencyPortal.Web.Tests.Hosting;

using Microsoft.EntityFrameworkCore;

namespace CompetencyPortal.Web.Tests.Members;

public sealed class InvitationStories(PostgreSqlFixture server) : MemberTest(server)
{
    private const string Email = "carla@fabrikam.example";

    [Fact]
    public async Task AnInvitationShowsWhatItIsAboutAndIsUsedUpByAcceptanceAlone()
    {
        var fabrikam = await InviteAsync();
        var link = await LinkToAsync(Email);
        var browser = Portal.OpenBrowser();
        for (var i = 0; i < 3; i++)
        {
            var page = await OpenLinkAsync(browser, link);
            Assert.True(page.IsOpen);
            var text = page.Text("main");
            Assert.Contains("Ana of Fabrikam invites you to work for Fabrikam", text, StringComparison.Ordinal);
            Assert.Contains("Partner member", text, StringComparison.Ordinal);
            Assert.Equal("Carla", page.Form()["Input.Name"]);
        }

        await (await OpenLinkAsync(browser, link)).AcceptAsync<WebPage>(Password);
        var carla = await UserAsync(Email);
        Assert.Equal((fabrikam.Id, PortalRole.PartnerMember, true), (carla!.PartnerId, carla.Role, carla.EmailConfirmed));
        Assert.NotNull(browser.Cookie(SessionCookie.Name));
        await using var db = await Portal.Database.OpenAsync();
        var session = await db.UserSessions.SingleAsync(row => row.UserId == carla.Id, Cancellation);
        Assert.Equal(SessionStage.SecondFactorAwaited, session.Stage);
        Assert.False((await OpenLinkAsync(Portal.OpenBrowser(), link)).IsOpen);
    }

    [Fact]
    public async Task LinksThatDoNotWorkAreAllTheSame()
    {
        var fabrikam = await InviteAsync("used@fabrikam.example", "expired@fabrikam.example", "withdrawn@fabrikam.example", "resent@fabrikam.example");
        var links = new List<string> { "/account/invitation", "/account/invitation?token=", "/account/invitation?token=nonsense", $"/account/invitation?token={new string('A', 43)}" };
        foreach (var email in new[] { "used", "expired", "withdrawn", "resent" })
        {
            links.Add(await LinkToAsync($"{email}@fabrikam.example"));
        }

        await AcceptAsync("used@fabrikam.example");
        var admin = await Portal.SignInAsync(fabrikam.Admin);
        await (await (await PeoplePage.OpenAsync(admin)).OpenAsync("withdrawn")).WithdrawAsync();
        Portal.Clock.Advance(TimeSpan.FromDays(7));
        admin = await Portal.SignInAsync(fabrikam.Admin);
        var listed = await PeoplePage.OpenAsync(admin);
        Assert.Contains("expired on", listed.Row("expired"), StringComparison.Ordinal);
        var answer = await (await listed.OpenAsync("resent")).ResendAsync();
        Assert.Contains("sent again", answer.Message, StringComparison.Ordinal);

        var answers = new List<string>();
        foreach (var link in links)
        {
            var page = await OpenLinkAsync(Portal.OpenBrowser(), link);
            Assert.Equal((HttpStatusCode.OK, "There is no invitation here"), (page.Status, page.Heading));
            answers.Add(page.Text("main"));
        }

        Assert.Single(answers.Distinct());
        Assert.True((await OpenLinkAsync(Portal.OpenBrowser(), await LinkToAsync("resent@fabrikam.example"))).IsOpen);
    }

    [Fact]
    public async Task ALinkWorksOnceEvenForTwoAtTheSameMoment()
    {
        await InviteAsync();
        var link = await LinkToAsync(Email);
        var pages = new List<AcceptPage>();
        for (var i = 0; i < 4; i++)
        {
            pages.Add(await OpenLinkAsync(Portal.OpenBrowser(), link));
        }

        var answers = await Task.WhenAll(pages.Select(page => page.AcceptAsync<AcceptPage>(Password)));
        Assert.All(answers, answer => Assert.True((int)answer.Status < 500, answer.ToString()));
        Assert.Single(answers, answer => answer.Browser.Cookie(SessionCookie.Name) is not null);
        Assert.Single(await TrailAsync(), one => one.Action is "Invitation.Accepted");
    }

    [Fact]
    public async Task APasswordThatIsTooShortIsRefusedAndTheInvitationStays()
    {
        await InviteAsync();
        var page = await OpenLinkAsync(Portal.OpenBrowser(), await LinkToAsync(Email));
        var answer = await page.AcceptAsync<AcceptPage>("seven77", "Carla Ruiz");
        Assert.NotNull(answer.ErrorOf("Input.Password"));
        Assert.Equal("Carla Ruiz", answer.Form()["Input.Name"]);
        Assert.Equal("", answer.Form()["Input.Password"]);
        await answer.AcceptAsync<WebPage>(Password);
        Assert.Equal("Carla Ruiz", (await UserAsync(Email))!.DisplayName);
    }

    [Fact]
    public async Task SomebodySignedInIsToldAndSignsOutFirst()
    {
        await InviteAsync();
        var tailspin = await Portal.AddOrganisationAsync("Tailspin");
        var browser = await Portal.SignInAsync(tailspin.Member);
        var page = await OpenLinkAsync(browser, await LinkToAsync(Email));
        Assert.False(page.IsOpen);
        Assert.Contains("signed in as Ben of Tailspin", page.Text("main"), StringComparison.Ordinal);
        page = await page.Form("form[action*='handler=SignOut']").SubmitAsync<AcceptPage>();
        Assert.True(page.IsOpen);
        await page.AcceptAsync<WebPage>(Password);
        Assert.NotNull(await UserAsync(Email));
    }

    /// <summary>Nobody learns by inviting whether an address has an account elsewhere; the holder of the link does.</summary>
    [Fact]
    public async Task AnAddressWithAnAccountElsewhereIsToldToItsOwnerAlone()
    {
        var tailspin = Rows.Partner("Tailspin");
        await Portal.SaveAsync(null, tailspin, Rows.User(tailspin, email: Email));
        var fabrikam = await Portal.AddOrganisationAsync();
        var admin = await Portal.SignInAsync(fabrikam.Admin);
        var taken = await (await InvitePage.OpenAsync(admin)).InviteAsync("Carla", Email);
        var free = await (await InvitePage.OpenAsync(admin)).InviteAsync("Carla", "free@fabrikam.example");
        Assert.Equal(free.Message!.Replace("free@fabrikam.example", Email, StringComparison.Ordinal), taken.Message);

        var page = await OpenLinkAsync(Portal.OpenBrowser(), await LinkToAsync(Email));
        Assert.False(page.IsOpen);
        Assert.Contains("already has an account", page.Text("main"), StringComparison.Ordinal);
        Assert.DoesNotContain("Tailspin", page.Text("main"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task AnAddressIsNotInvitedTwice()
    {
        var fabrikam = await InviteAsync();
        var admin = await Portal.SignInAsync(fabrikam.Admin);
        var answer = await (await InvitePage.OpenAsync(admin)).InviteAsync("Carla", Email.ToUpperInvariant());
        Assert.Contains("already invited", answer.ErrorOf("Input.Email"), StringComparison.Ordinal);
        answer = await (await InvitePage.OpenAsync(admin)).InviteAsync("Ben", fabrikam.Member.Email!);
        Assert.Contains("here already", answer.ErrorOf("Input.Email"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Carla\r\nBcc: eve@tailspin.example", Email, "Input.Name")]
    [InlineData("Carla\u0007", Email, "Input.Name")]
    [InlineData("Click https://tailspin.example", Email, "Input.Name")]
    [InlineData("Carla", "carla@fabrikam.example\r\nBcc: eve@tailspin.example", "Input.Email")]
    [InlineData("Carla", "carla@fabrikam.example, eve@tailspin.example", "Input.Email")]
    [InlineData("Carla", "Carla <carla@fabrikam.example>", "Input.Email")]
    [InlineData("Carla", "carla", "Input.Email")]
    [InlineData(" ", Email, "Input.Name")]
    [InlineData("Carla", "", "Input.Email")]
    public async Task WhatCannotStandInAMailIsRefused(string name, string email, string field)
    {
        var fabrikam = await Portal.AddOrganisationAsync();
        var admin = await Portal.SignInAsync(fabrikam.Admin);
        var page = await InvitePage.OpenAsync(admin);

        // Browsers take line ends out of such fields; whoever sends them has no browser.
        var fields = new Dictionary<string, string>
        {
            ["__RequestVerificationToken"] = page.Find("main input[name=__RequestVerificationToken]")!.GetAttribute("value")!,
            ["Input.Name"] = name,
            ["Input.Email"] = email,
            ["Input.Role"] = nameof(PortalRole.PartnerMember),
            ["Input.Culture"] = "en",
        };
        var answer = await admin.FollowAsync<InvitePage>(new HttpRequestMessage(HttpMethod.Post, new Uri(Browser.Home, InvitePage.OfOrganisation)) { Content = new FormUrlEncodedContent(fields) });
        Assert.NotNull(answer.ErrorOf(field));
        await using var db = await Portal.Database.OpenAsync();
        Assert.Empty(await db.OutgoingMails.ToListAsync(Cancellation));
    }

    [Theory]
    [InlineData("en", "Invitation to Fabrikam", "Hello Carla,")]
    [InlineData("fr", "Invitation à rejoindre Fabrikam", "Bonjour Carla,")]
    [InlineData("es", "Invitación a Fabrikam", "Hola, Carla:")]
    [InlineData("ru", "Приглашение в Fabrikam", "Здравствуйте, Carla!")]
    [InlineData("zh-Hant", "加入 Fabrikam 的邀請", "Carla，您好：")]
    public async Task AnInvitationSpeaksTheLanguageChosenForIt(string culture, string subject, string greeting)
    {
        var fabrikam = await Portal.AddOrganisationAsync();
        var admin = await Portal.SignInAsync(fabrikam.Admin);
        await (await InvitePage.OpenAsync(admin)).InviteAsync("Carla", Email, culture: culture);
        var mail = await MailToAsync(Email);
        Assert.Equal(subject, mail.Subject);
        Assert.StartsWith(greeting, mail.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("token", mail.Subject, StringComparison.Ordinal);
    }

    private async Task<Organisation> InviteAsync(params string[] emails)
    {
        var fabrikam = await Portal.AddOrganisationAsync();
        var admin = await Portal.SignInAsync(fabrikam.Admin);
        foreach (var email in emails.DefaultIfEmpty(Email))
        {
            var name = email == Email ? "Carla" : email.Split('@')[0];
            var answer = await (await InvitePage.OpenAsync(admin)).InviteAsync(name, email, PortalRole.PartnerMember);
            Assert.NotNull(answer.Message);
        }

        return fabrikam;
    }
}
