using CompetencyPortal.Data.Entities;
using CompetencyPortal.Data.Rules;
using CompetencyPortal.Data.Saving;
using CompetencyPortal.Domain.Revisions;
using CompetencyPortal.Testing;
using CompetencyPortal.Testing.Databases;

using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CompetencyPortal.Data.Tests.Rules;

public abstract class RulebookContract(DatabaseFixture server) : DatabaseContract(server)
{
    private const string Competency = "cloud-business-applications";

    private static Revision First => BuiltInRulebook.Rulebook.Competency(Competency)!.History.Revisions[0];

    private static Revision Latest => BuiltInRulebook.Rulebook.Competency(Competency)!.History.Revisions[^1];

    [Fact]
    public async Task Seed_OnANewDatabase_StoresTheBuiltInRulebook()
    {
        var rulebook = await PresentAsync();
        Assert.Equal(BuiltInRulebook.Rulebook.Competencies, rulebook.Competencies);
    }

    [Fact]
    public async Task Seed_WhenItRunsAgain_AddsNothing()
    {
        await using var db = Database.OpenAsOwner();
        var before = (await db.RuleRevisions.CountAsync(Cancellation), await VersionAsync(), await db.AuditEvents.CountAsync(Cancellation));
        await RulebookSeed.ApplyAsync(db, Database.Clock.Now.AddDays(1), Cancellation);
        Assert.Equal(before, (await db.RuleRevisions.CountAsync(Cancellation), await VersionAsync(), await db.AuditEvents.CountAsync(Cancellation)));
    }

    [Fact]
    public async Task CanPublishADraft()
    {
        var before = await VersionAsync();
        var actor = Guid.CreateVersion7();
        var draft = await DraftAsync(Database.Clock.Today.AddDays(10));
        var outcome = await PublishAsync(draft, actor: actor);

        Assert.Null(outcome.Refusal);
        Assert.Equal(before + 1, await VersionAsync());
        var published = (await PresentAsync()).Competency(Competency)!.History.Revisions[^1];
        Assert.Equal((draft.EffectiveFrom, Database.Clock.Today, draft.Source), (published.EffectiveFrom, published.PublishedOn, published.Source.Document));
        Assert.Equal(First.Options, published.Options);
        await using var db = await Database.OpenAsync();
        Assert.Empty(await db.RuleDrafts.ToListAsync(Cancellation));
        var row = await db.RuleRevisions.SingleAsync(revision => revision.Id == outcome.Revision!.Id, Cancellation);
        Assert.Equal((actor, draft.Reason, before + 1), (row.PublishedBy, row.Reason, row.RulebookVersion));
        Assert.Contains(await db.AuditEvents.ToListAsync(Cancellation), entry => entry.ActorId == actor && entry.EntityId == row.Id.ToString());
    }

    [Fact]
    public async Task CanPublishForToday() => Assert.Null((await PublishAsync(await DraftAsync(Database.Clock.Today))).Refusal);

    [Fact]
    public async Task CannotBackdateARevision()
    {
        var before = await VersionAsync();
        var draft = await DraftAsync(Database.Clock.Today.AddDays(-1));
        Assert.Equal(PublicationRefusal.Backdated, (await PublishAsync(draft)).Refusal);
        Assert.Equal(before, await VersionAsync());
    }

    [Fact]
    public async Task CannotPublishTwoRevisionsForOneDay()
    {
        var day = Database.Clock.Today.AddDays(1);
        var first = await DraftAsync(day);
        var second = await DraftAsync(day);
        Assert.Null((await PublishAsync(first)).Refusal);
        Assert.Equal(PublicationRefusal.DayTaken, (await PublishAsync(second)).Refusal);
    }

    [Fact]
    public async Task CannotPublishWhatChangesNothing() =>
        Assert.Equal(PublicationRefusal.ChangesNothing, (await PublishAsync(await DraftAsync(Database.Clock.Today, Latest))).Refusal);

    [Fact]
    public async Task CannotPublishADraftThatSomebodyChanged()
    {
        var draft = await DraftAsync(Database.Clock.Today);
        await using (var db = await Database.OpenAsync())
        {
            (await db.RuleDrafts.SingleAsync(Cancellation)).Reason = "Another reason";
            await db.SaveChangesAsync(Cancellation);
        }

        Assert.Equal(PublicationRefusal.DraftChanged, (await PublishAsync(draft)).Refusal);
        Assert.Null((await PublishAsync(draft, version: 2)).Refusal);
        Assert.Equal(PublicationRefusal.DraftChanged, (await PublishAsync(draft, version: 2)).Refusal);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task WhenTwoPublishAtOnce_OneDoes(bool theSameDraft)
    {
        var before = await VersionAsync();
        var day = Database.Clock.Today.AddDays(1);
        var first = await DraftAsync(day);
        var second = theSameDraft ? first : await DraftAsync(day);
        var outcomes = await Task.WhenAll(PublishAsync(first), PublishAsync(second));
        Assert.Single(outcomes, outcome => outcome.Refusal is null);
        Assert.Equal(before + 1, await VersionAsync());
    }

    [Fact]
    public async Task PublishedRevision_WhenItWouldChangeOrGo_IsRefused()
    {
        await using var db = await Database.OpenAsync();
        var row = await db.RuleRevisions.FirstAsync(Cancellation);
        db.Update(row);
        await Assert.ThrowsAsync<ImmutableRowException>(() => db.SaveChangesAsync(Cancellation));
        db.ChangeTracker.Clear();
        db.Remove(row);
        await Assert.ThrowsAsync<ImmutableRowException>(() => db.SaveChangesAsync(Cancellation));
    }

    [Fact]
    public async Task Get_WhenTheVersionIsOlder_GivesTheRulebookOfThen()
    {
        var before = await VersionAsync();
        await PublishAsync(await DraftAsync(Database.Clock.Today));
        var store = Database.Services.GetRequiredService<RulebookStore>();
        var then = (await store.GetAsync(before, Cancellation)).Competency(Competency)!.History.Revisions.Length;
        var now = (await store.GetAsync(before + 1, Cancellation)).Competency(Competency)!.History.Revisions.Length;
        Assert.Equal(then + 1, now);
    }

    [Fact]
    public async Task Get_WhenManyAskAtOnce_ReadsOnce()
    {
        var version = await VersionAsync();
        var store = Database.Services.GetRequiredService<RulebookStore>();
        Database.CommandLog.Clear();
        var rulebooks = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => Task.Run(() => store.GetAsync(version, Cancellation))));
        Assert.Single(Database.CommandLog.Commands);
        Assert.All(rulebooks, rulebook => Assert.Same(rulebooks[0], rulebook));
        Assert.Same(rulebooks[0], await store.GetAsync(version, Cancellation));
        Assert.Single(Database.CommandLog.Commands);
    }

    [Fact]
    public async Task Get_WhenAStoredTextWasAltered_Refuses()
    {
        await using (var owner = Database.OpenAsOwner())
        {
            await owner.RuleRevisions.Where(row => row.CompetencyCode == Competency)
                .ExecuteUpdateAsync(set => set.SetProperty(row => row.Document, row => row.Document + " "), Cancellation);
        }

        await Assert.ThrowsAsync<InvalidOperationException>(PresentAsync);
    }

    private async Task<long> VersionAsync()
    {
        await using var db = await Database.OpenAsync();
        return await db.RulebookState.Select(state => state.Version).SingleAsync(Cancellation);
    }

    private async Task<Rulebook> PresentAsync() =>
        await Database.Services.GetRequiredService<RulebookStore>().GetAsync(await VersionAsync(), Cancellation);

    private async Task<RuleDraft> DraftAsync(DateOnly effectiveFrom, Revision? requirements = null)
    {
        var draft = Rows.Draft(Competency, effectiveFrom, RevisionDocument.Write(requirements ?? First));
        await SaveAsync(null, draft);
        return draft;
    }

    private async Task<PublicationOutcome> PublishAsync(RuleDraft draft, int version = 1, Guid? actor = null)
    {
        await using var request = Database.BeginRequest();
        request.ServiceProvider.GetRequiredService<PortalDbContext>().ActorId = actor;
        return await request.ServiceProvider.GetRequiredService<RevisionPublication>().PublishAsync(draft.Id, version, Cancellation);
    }
}
