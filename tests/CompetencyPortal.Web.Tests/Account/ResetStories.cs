using CompetencyPortal.Data.Mail;
using CompetencyPortal.Testing;
using CompetencyPortal.Testing.Databases;
using CompetencyPortal.Web.Infrastructure.Accounts;
using CompetencyPortal.Web.Tests.Hosting;

using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CompetencyPortal.Web.Tests.Account;

public sealed class ResetStories(PostgreSqlFixture server) : AccountTest(server)
{
    private const string NewPassword = "seven owls on a wire";

    [Fact]
    public async Task WhoeverForgotThePasswordChoosesAnotherByMail()
    {
        var user = await AddAccountAsync();
        var elsewhere = Portal.OpenBrowser();
        await SignInAsync(elsewhere);
        for (var i = 0; i < 5; i++)
        {
            await FailAsync();
        }

        var reset = await FollowAsync(await AskAsync());
        Assert.Equal(ResetPage.Address, reset.Location);
        Assert.Contains(Email, reset.Text("main"), StringComparison.Ordinal);
        var signIn = await reset.ChooseAsync<SignInPage>(NewPassword);
        Assert.Equal(SignInPage.Address, signIn.Location);
        Assert.NotNull(signIn.Message);

        // The lock is lifted, the old password and the other sessions are gone, and the second factor is asked for as ever.
        Assert.StartsWith(SignInPage.Address, (await elsewhere.OpenAsync("/program")).Location, StringComparison.Ordinal);
        Assert.Single((await FailAsync(password: Password)).Errors);
        var step = await ShowPasswordAsync(Portal.OpenBrowser(), password: NewPassword);
        Assert.Equal(CodePage.Address, step.Location);
        Assert.Equal("/program", (await ConfirmAsync(step)).Location);
        Assert.Contains(await MailAsync(), mail => mail.Recipient == Email && mail.Subject.Contains("was changed", StringComparison.Ordinal));
        Assert.Equal(
            [("Account.PasswordResetRequested", null), ("Account.PasswordReset", (Guid?)user.Id)],
            (await AuditAsync()).Where(row => row.Action.StartsWith("Account.PasswordReset", StringComparison.Ordinal)).Select(row => (row.Action, row.ActorId)));
    }

    [Fact]
    public async Task ALinkWorksOnceAndLookingAtItUsesNothingUp()
    {
        await AddAccountAsync();
        var link = await AskAsync();
        Assert.True((await FollowAsync(link)).IsOpen);
        ResetPage[] pages = [await FollowAsync(link), await FollowAsync(link), await FollowAsync(link)];
        var answers = await Task.WhenAll(pages.Select((page, i) => page.ChooseAsync<WebPage>($"{NewPassword} {i}")));
        Assert.Single(answers, answer => answer.Location is "/account/sign-in");
        Assert.False((await FollowAsync(link)).IsOpen);
    }

    [Fact]
    public async Task ALinkThatWasRefusedAPasswordStillWorks()
    {
        await AddAccountAsync();
        var reset = await FollowAsync(await AskAsync());
        var refused = await reset.ChooseAsync<ResetPage>("password1");
        Assert.NotNull(refused.ErrorOf("Input.New"));
        Assert.Equal(SignInPage.Address, (await refused.ChooseAsync<WebPage>(NewPassword)).Location);
    }

    [Fact]
    public async Task ALinkWorksForAnHour()
    {
        await AddAccountAsync();
        var link = await AskAsync();
        Portal.Clock.Advance(TimeSpan.FromHours(1) - TimeSpan.FromSeconds(1));
        Assert.True((await FollowAsync(link)).IsOpen);
        Portal.Clock.Advance(TimeSpan.FromSeconds(1));
        Assert.False((await FollowAsync(link)).IsOpen);
    }

    [Fact]
    public async Task ALinkDiesWhenANewerOneIsAskedForOrThePasswordChanges()
    {
        await AddAccountAsync();
        var first = await AskAsync();
        var second = await AskAsync();
        Assert.False((await FollowAsync(first)).IsOpen);
        var third = await FollowAsync(second);
        Assert.True(third.IsOpen);

        var browser = Portal.OpenBrowser();
        await SignInAsync(browser);
        await (await browser.OpenAsync<PasswordPage>()).ChangeAsync<WebPage>(Password, NewPassword);
        Assert.False((await FollowAsync(second)).IsOpen);
        Assert.False((await third.ChooseAsync<ResetPage>("another one altogether")).IsOpen);
    }

    [Theory]
    [InlineData("")]
    [InlineData("nothing that was written here")]
    [InlineData("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    public async Task ALinkThatWasNotWrittenHereOpensNothing(string token)
    {
        await AddAccountAsync();
        Assert.False((await Portal.OpenBrowser().OpenAsync<ResetPage>(new Uri(Hosting.Browser.Home, $"{ResetPage.Address}?token={Uri.EscapeDataString(token)}"))).IsOpen);
    }

    [Fact]
    public async Task TheSecretLeavesTheAddressAtOnce()
    {
        await AddAccountAsync();
        var link = await AskAsync();
        var browser = Portal.OpenBrowser();
        var reset = await browser.OpenAsync<ResetPage>(link);
        var token = link.Query[(link.Query.IndexOf('=', StringComparison.Ordinal) + 1)..];
        Assert.DoesNotContain(token, reset.Location + reset.Document.DocumentElement.OuterHtml + browser.Cookie(ResetCookie.Name), StringComparison.Ordinal);
        Assert.Equal("no-referrer", reset.Find("meta[name=referrer]")!.GetAttribute("content"));
        Assert.DoesNotContain(Portal.Log.Lines, line => line.Contains("token=" + token, StringComparison.Ordinal) && !line.Contains("Microsoft.AspNetCore", StringComparison.Ordinal));
    }

    /// <summary>The answer does nothing but write down what was typed; whether there is such an account is found out later.</summary>
    [Fact]
    public async Task NobodyLearnsWhoHasAnAccount()
    {
        await AddAccountAsync();
        var demo = Rows.User(isDemo: true, email: "demo@programme.example");
        await Portal.SaveAsync(null, demo);
        await AskAsync();
        using var commands = new SentCommands(Portal.Database);
        var answers = new List<string>();
        foreach (var email in new[] { Email, "nobody@programme.example", demo.Email! })
        {
            var page = await (await Portal.OpenBrowser().OpenAsync<ForgotPage>()).AskAsync(email);
            answers.Add($"{page.Status} {page.Location} {page.Text("main")}");
        }

        Assert.Single(answers.Distinct());
        await AnsweredAsync(4);
        Assert.Equal([Email, Email], (await MailAsync()).Select(mail => mail.Recipient));
        Assert.Equal(2, (await AuditAsync()).Count(row => row.Action is "Account.PasswordResetRequested" && row.EntityId is "unknown"));
    }

    [Theory]
    [InlineData("fr", "Choisir un nouveau mot de passe")]
    [InlineData(null, "Elegir una contraseña nueva")]
    public async Task TheMailSpeaksTheLanguageThatThePersonChose(string? chosen, string subject)
    {
        var user = Rows.User(email: Email);
        user.Culture = chosen;
        await AddAccountAsync(user);
        await (await Portal.OpenBrowser("es").OpenAsync<ForgotPage>()).AskAsync(Email);
        await AnsweredAsync(1);
        Assert.Equal(subject, Assert.Single(await MailAsync()).Subject);
    }

    [Fact]
    public async Task TheLanguageThatSomebodyChoosesIsRemembered()
    {
        var user = await AddAccountAsync();
        var browser = Portal.OpenBrowser();
        await SignInAsync(browser);
        await (await browser.OpenAsync("/preferences")).Form("main form[action*=Language]").SubmitAsync<WebPage>("Русский");
        await using var db = await Portal.Database.OpenAsync();
        Assert.Equal("ru", (await db.Users.AsNoTracking().SingleAsync(row => row.Id == user.Id, Cancellation)).Culture);
    }

    [Fact]
    public async Task WhoeverSetsTheHostOfTheRequestDoesNotSetTheHostOfTheLink()
    {
        await AddAccountAsync();
        Assert.Equal("localhost", (await AskAsync()).Host);
    }

    /// <summary>Asks for a link, and takes it from the mail.</summary>
    private async Task<Uri> AskAsync()
    {
        var before = (await AuditAsync()).Count(row => row.Action is "Account.PasswordResetRequested");
        await (await Portal.OpenBrowser().OpenAsync<ForgotPage>()).AskAsync($" {Email.ToUpperInvariant()} ");
        await AnsweredAsync(before + 1);
        var mail = (await MailAsync()).Last(one => one.Subject.Contains("new password", StringComparison.Ordinal));
        Assert.Equal(Email, mail.Recipient);
        await using var scope = Portal.Services.CreateAsyncScope();
        var text = scope.ServiceProvider.GetRequiredService<Outbox>().Read(mail)!;
        return new Uri(text.Split('\n').Single(line => line.Contains("token=", StringComparison.Ordinal)));
    }

    private Task<ResetPage> FollowAsync(Uri link) => Portal.OpenBrowser().OpenAsync<ResetPage>(link);

    /// <summary>Waits until so many requests have been answered, with mail or without.</summary>
    private async Task AnsweredAsync(int count)
    {
        while ((await AuditAsync()).Count(row => row.Action is "Account.PasswordResetRequested") < count)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(50), TimeProvider.System, Cancellation);
        }
    }
}
