using System.Collections.Concurrent;

using CompetencyPortal.Data.Entities;
using CompetencyPortal.Data.Mail;
using CompetencyPortal.Testing.Databases;

using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace CompetencyPortal.Data.Tests.Mail;

/// <summary>Mail that waits in the database goes out once, is tried again when it fails, and is given up in the end.</summary>
public abstract class MailDeliveryContract(DatabaseFixture server) : DatabaseContract(server)
{
    private const string Text = "https://portal.example/account/invitation?token=secret";

    private readonly Postman _postman = new();

    [Fact]
    public async Task Send_OfAMailThatIsDue_SendsItOnceAndForgetsItsText()
    {
        var id = await PutAsync();
        Assert.Equal(1, await SendDueAsync());
        Assert.Equal(0, await SendDueAsync());
        Assert.Equal([("carla@fabrikam.example", "Invitation", Text, id)], _postman.Sent);
        var mail = await MailAsync(id);
        Assert.Equal((Database.Clock.Now, null, null, null), (mail.SentAt!.Value, mail.DueAt, mail.ProtectedText, mail.Failure));
    }

    [Fact]
    public async Task Send_WithManyMailsAndManyNodesAtOnce_SendsEachOnce()
    {
        var ids = new List<Guid>();
        for (var i = 0; i < 20; i++)
        {
            ids.Add(await PutAsync());
        }

        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => SendDueAsync(), Cancellation)));
        Assert.Equal(ids.Order(), _postman.Sent.Select(one => one.Id).Order());
    }

    [Fact]
    public async Task Send_WhenItFails_IsTriedAgainAfterGrowingPauses()
    {
        var id = await PutAsync(lifetime: TimeSpan.FromDays(7));
        _postman.Fails = true;
        for (var attempt = 1; attempt <= 4; attempt++)
        {
            Assert.Equal(0, await SendDueAsync());
            var mail = await MailAsync(id);
            Assert.Equal((attempt, "The server is away.", Database.Clock.Now + MailDelivery.PauseAfter(attempt)), (mail.Attempts, mail.Failure, mail.DueAt!.Value));
            Database.Clock.Advance(MailDelivery.PauseAfter(attempt) - TimeSpan.FromSeconds(1));
            await SendDueAsync();
            Assert.Equal(attempt, (await MailAsync(id)).Attempts);
            Database.Clock.Advance(TimeSpan.FromSeconds(1));
        }

        _postman.Fails = false;
        Assert.Equal(1, await SendDueAsync());
        Assert.Equal((5, null), ((await MailAsync(id)).Attempts, (await MailAsync(id)).Failure));
    }

    [Fact]
    public async Task Send_WhenOneMailFails_GoesOnWithTheNextInTheNextRound()
    {
        await PutAsync("refused@fabrikam.example");
        Database.Clock.Advance(TimeSpan.FromSeconds(1));
        await PutAsync();
        _postman.Refuses = "refused@fabrikam.example";
        Assert.Equal(0, await SendDueAsync());
        Assert.Equal(1, await SendDueAsync());
        Assert.Equal("carla@fabrikam.example", Assert.Single(_postman.Sent).Recipient);
    }

    [Fact]
    public async Task Send_OfAMailThatIsNoLongerWorthIt_GivesItUpAndForgetsItsText()
    {
        var id = await PutAsync(lifetime: TimeSpan.FromHours(1));
        Database.Clock.Advance(TimeSpan.FromHours(1));
        Assert.Equal(0, await SendDueAsync());
        Assert.Empty(_postman.Sent);
        var mail = await MailAsync(id);
        Assert.Equal((null, null, null), (mail.SentAt, mail.DueAt, mail.ProtectedText));
    }

    [Fact]
    public async Task Send_WhenANodeDiesWhileItSends_IsDoneByAnotherAfterTheFirstPause()
    {
        await PutAsync();
        using (var killed = new CancellationTokenSource())
        {
            _postman.Interrupt = killed;
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => SendDueAsync(killed.Token));
        }

        _postman.Interrupt = null;
        Assert.Equal(0, await SendDueAsync());
        Database.Clock.Advance(MailDelivery.PauseAfter(1));
        Assert.Equal(1, await SendDueAsync());
        Assert.Single(_postman.Sent);
    }

    [Fact]
    public async Task Text_AsItIsStored_CannotBeRead()
    {
        var stored = (await MailAsync(await PutAsync())).ProtectedText!;
        Assert.DoesNotContain("secret", stored, StringComparison.Ordinal);
        Assert.DoesNotContain("portal", stored, StringComparison.Ordinal);
    }

    [Fact]
    public void PauseAfter_OfManyAttempts_StaysWithinTwoHours() =>
        Assert.Equal([2, 4, 8, 120, 120], new[] { 1, 2, 3, 8, 1000 }.Select(attempts => MailDelivery.PauseAfter(attempts).TotalMinutes));

    private async Task<Guid> PutAsync(string recipient = "carla@fabrikam.example", TimeSpan? lifetime = null)
    {
        await using var request = Database.BeginRequest();
        var db = request.ServiceProvider.GetRequiredService<PortalDbContext>();
        request.ServiceProvider.GetRequiredService<Outbox>().Add(recipient, "Invitation", Text, Database.Clock.Now + (lifetime ?? TimeSpan.FromHours(1)));
        var mail = db.OutgoingMails.Local.Single();
        await db.SaveChangesAsync(Cancellation);
        return mail.Id;
    }

    private async Task<int> SendDueAsync(CancellationToken? cancellationToken = null)
    {
        await using var request = Database.BeginRequest();
        var services = request.ServiceProvider;
        return await new MailDelivery(
                services.GetRequiredService<PortalDbContext>(), services.GetRequiredService<Outbox>(), _postman, Database.Clock, NullLogger<MailDelivery>.Instance)
            .SendDueAsync(cancellationToken ?? Cancellation);
    }

    private async Task<OutgoingMail> MailAsync(Guid id)
    {
        await using var db = await Database.OpenAsync();
        return await db.OutgoingMails.AsNoTracking().SingleAsync(row => row.Id == id, Cancellation);
    }

    private sealed class Postman : IMailSender
    {
        private readonly ConcurrentQueue<(string Recipient, string Subject, string Text, Guid Id)> _sent = [];

        public IReadOnlyCollection<(string Recipient, string Subject, string Text, Guid Id)> Sent => _sent;

        public bool Fails { get; set; }

        public string? Refuses { get; set; }

        /// <summary>Cancelled while a mail is sent.</summary>
        public CancellationTokenSource? Interrupt { get; set; }

        public async Task SendAsync(string recipient, string subject, string text, Guid id, CancellationToken cancellationToken)
        {
            await Task.Yield();
            Interrupt?.Cancel();
            cancellationToken.ThrowIfCancellationRequested();
            if (Fails || recipient == Refuses)
            {
                throw new MailFailedException("The server is away.");
            }

            _sent.Enqueue((recipient, subject, text, id));
        }
    }
}
