using CompetencyPortal.Data.Auditing;
using CompetencyPortal.Data.Entities;
using CompetencyPortal.Data.Revenue;
using CompetencyPortal.Testing;
using CompetencyPortal.Testing.Databases;

using Microsoft.EntityFrameworkCore;

namespace CompetencyPortal.Data.Tests.Revenue;

/// <summary>Many lines are edited or deleted all or none, each with its event, and can be undone once within a day.</summary>
public abstract class BulkLinesContract(DatabaseFixture server) : DatabaseContract(server)
{
    private Partner _partner = null!;
    private PortalUser _admin = null!;
    private Customer _north = null!;
    private Customer _south = null!;

    [Fact]
    public async Task AnEdit_ChangesWhatItSays_AndLeavesAnEventForEachLineThatChanged()
    {
        var lines = await StoreAsync(5);
        await EditOneAsync(lines[4].Id, line => line.NetNew = false);

        var outcome = await ActAsync(await ChooseAsync(), new BulkEdit(_south.Id, null, null, NetNew: false));

        Assert.Equal(5, outcome.Change!.Lines);
        var after = await LinesAsync();
        Assert.All(after, line => Assert.Equal((_south.Id, false, 2026), (line.CustomerId, line.NetNew, line.Date.Year)));
        Assert.Equal([2, 2, 2, 2, 3], after.Select(line => line.Version).Order());
        Assert.Equal(5, await EventsAsync("RevenueLine.Edited", _admin.Id));
    }

    [Fact]
    public async Task AnEditThatChangesNothing_LeavesNoTrace()
    {
        await StoreAsync(2);

        var outcome = await ActAsync(await ChooseAsync(), new BulkEdit(_north.Id, null, null, NetNew: true));

        Assert.Null(outcome.Change);
        Assert.Empty(outcome.Meanwhile);
        Assert.All(await LinesAsync(), line => Assert.Equal(1, line.Version));
        Assert.Equal(0, await EventsAsync("RevenueLine.Edited"));
    }

    [Fact]
    public async Task WhereOneLineWasChangedOrDeletedMeanwhile_NothingIsDone_AndBothAreNamed()
    {
        var lines = await StoreAsync(4);
        var chosen = await ChooseAsync();
        await EditOneAsync(lines[0].Id, line => line.Amount = 7);
        await DeleteOneAsync(lines[1].Id);

        var outcome = await ActAsync(chosen, null);

        Assert.Null(outcome.Change);
        Assert.Equivalent(new[] { new ChosenLine(lines[0].Id, 2), new ChosenLine(lines[1].Id, 0) }, outcome.Meanwhile, strict: true);
        Assert.Equal(3, (await LinesAsync()).Count);
    }

    [Fact]
    public async Task ADeletion_Undone_BringsBackTheLinesWithTheirKeysAndValues_AndNobodysOldVersion()
    {
        await StoreAsync(3, line => line.Reference = OwnReference.Parse($"R {line.Id:N}"));
        await EditOneAsync((await LinesAsync())[0].Id, line => line.Amount = 12.34m);
        var before = await LinesAsync();
        var change = (await ActAsync(await ChooseAsync(), null)).Change!;
        Assert.Empty(await LinesAsync());

        var outcome = await UndoAsync(change.Id);

        Assert.Equal((3, 0), (outcome!.Lines, outcome.Refused.Count));
        var after = await LinesAsync();
        Assert.Equal(before.Select(Values), after.Select(Values));
        Assert.Equal(before.Select(line => line.Version + 1), after.Select(line => line.Version));
    }

    [Fact]
    public async Task AnUndoneEdit_LeavesWhatSomebodyChangedSince_FieldByField()
    {
        var lines = await StoreAsync(3);
        var change = (await ActAsync(await ChooseAsync(), new BulkEdit(_south.Id, new("ax-2012-on-premises"), new DateOnly(2026, 1, 1), false))).Change!;
        await EditOneAsync(lines[0].Id, line => (line.Date, line.Amount) = (new DateOnly(2026, 2, 2), 9));
        await DeleteOneAsync(lines[1].Id);

        var outcome = (await UndoAsync(change.Id))!;

        Assert.Equal(2, outcome.Lines);
        AssertRefused([(lines[0].Id, LineField.Date), (lines[1].Id, LineField.Line)], outcome);
        var after = await LinesAsync();
        Assert.Equal(
            (_north.Id, "crm-online", new DateOnly(2026, 2, 2), 9m, true),
            after.Where(line => line.Id == lines[0].Id).Select(line => (line.CustomerId, line.Product.Value, line.Date, line.Amount, line.NetNew)).Single());
        Assert.Equal(Values(lines[2]), Values(after.Single(line => line.Id == lines[2].Id)));
    }

    [Fact]
    public async Task AnUndoneDeletion_WhoseReferenceOrCustomerIsTaken_SaysSo()
    {
        var lines = await StoreAsync(2, line => line.Reference = OwnReference.Parse($"R {line.Id:N}"));
        await EditOneAsync(lines[1].Id, line => line.CustomerId = _south.Id);
        var change = (await ActAsync(await ChooseAsync(), null)).Change!;
        await using (var db = await Database.OpenAsync(_partner.Id))
        {
            db.Add(Rows.Line(_north, 1, reference: lines[0].Reference!.Value.Value));
            db.Remove(await db.Customers.SingleAsync(customer => customer.Id == _south.Id, Cancellation));
            await db.SaveChangesAsync(Cancellation);
        }

        var outcome = (await UndoAsync(change.Id))!;

        AssertRefused([(lines[0].Id, LineField.Reference), (lines[1].Id, LineField.Line)], outcome);
        Assert.Null((await LinesAsync()).Single(line => line.Id == lines[0].Id).Reference);
    }

    [Fact]
    public async Task AnUndo_IsDoneOnce_AndUntilADayHasPassed()
    {
        await StoreAsync(1);
        var first = (await ActAsync(await ChooseAsync(), new BulkEdit(null, null, null, NetNew: false))).Change!;
        Assert.NotNull(await UndoAsync(first.Id));
        Assert.Null(await UndoAsync(first.Id));
        var second = (await ActAsync(await ChooseAsync(), new BulkEdit(null, null, null, NetNew: false))).Change!;
        Database.Clock.Advance(BulkLines.Undoable);

        Assert.Null(await UndoAsync(second.Id));
        Assert.False(Assert.Single(await LinesAsync()).NetNew);
    }

    [Fact]
    public async Task WhatHasExpired_IsForgottenByTheNextAct()
    {
        await StoreAsync(1);
        await ActAsync(await ChooseAsync(), new BulkEdit(null, null, null, NetNew: false));
        Database.Clock.Advance(BulkLines.Undoable);

        var next = (await ActAsync(await ChooseAsync(), new BulkEdit(null, null, null, NetNew: true))).Change!;

        await using var db = await Database.OpenAsync(_partner.Id);
        Assert.Equal([next.Id], await db.BulkChanges.Select(change => change.Id).ToListAsync(Cancellation));
    }

    [Fact]
    public async Task AnotherOrganisationsLines_AreNotThereToBeChosen()
    {
        var lines = await StoreAsync(1);
        var other = Rows.Partner("Contoso");
        await SaveAsync(null, other);
        await using var db = await Database.OpenAsync(other.Id);

        var outcome = await new BulkLines(db, Database.Clock).ActAsync([new ChosenLine(lines[0].Id, 1)], null, Cancellation);

        Assert.Equal([new ChosenLine(lines[0].Id, 0)], outcome.Meanwhile);
        Assert.Single(await LinesAsync());
    }

    /// <summary>More lines than are read and written at once, and than a statement may name.</summary>
    [Fact]
    public async Task ThousandsOfLines_AreOneAct()
    {
        await StoreAsync(2500);

        var change = (await ActAsync(await ChooseAsync(), null)).Change!;

        Assert.Equal(2500, change.Lines);
        Assert.Empty(await LinesAsync());
        Assert.Equal(2500, await EventsAsync("RevenueLine.Deleted"));
        Assert.Equal(2500, (await UndoAsync(change.Id))!.Lines);
        Assert.Equal(2500, (await LinesAsync()).Count);
    }

    [Theory]
    [InlineData(null, null, 1)]
    [InlineData("A", null, 1)]
    [InlineData(null, "B", 1)]
    [InlineData("A", "B", 0)]
    public async Task LinesThatSayTheSame_AreLikelyDuplicates_UnlessEachHasAReference(string? there, string? entered, int expected)
    {
        await StoreAsync(0);
        var line = Rows.Line(_north, 5, reference: there);
        await SaveAsync(_partner.Id, line, Rows.Line(_north, 6), Rows.Line(_south, 5), Rows.Line(_north, 5, new DateOnly(2026, 1, 1)), Rows.Line(_north, 5, product: "other"));
        await using var db = await Database.OpenAsync(_partner.Id);

        Assert.Equal(expected, await db.RevenueLines.LikelyDuplicatesOf(Rows.Line(_north, 5, reference: entered)).CountAsync(Cancellation));
        Assert.Equal(0, await db.RevenueLines.LikelyDuplicatesOf(line).CountAsync(Cancellation));
    }

    private static void AssertRefused(HashSet<(Guid, LineField)> expected, UndoOutcome outcome) =>
        Assert.Equal(expected, outcome.Refused.Select(one => (one.Line.Id, one.Field)).ToHashSet());

    private static (Guid, Guid, string, DateOnly, decimal, bool, OwnReference?) Values(RevenueLine line) =>
        (line.Id, line.CustomerId, line.Product.Value, line.Date, line.Amount, line.NetNew, line.Reference);

    private async Task<List<RevenueLine>> StoreAsync(int count, Action<RevenueLine>? with = null)
    {
        _partner = Rows.Partner();
        _admin = Rows.User(_partner);
        (_north, _south) = (Rows.Customer(_partner), Rows.Customer(_partner, "Southridge"));
        await SaveAsync(null, _partner, _admin);
        var lines = Enumerable.Range(1, count).Select(i => Rows.Line(_north, i)).ToList();
        lines.ForEach(line => with?.Invoke(line));
        await SaveAsync(_partner.Id, [_north, _south, .. lines]);
        return lines;
    }

    private async Task<List<RevenueLine>> LinesAsync()
    {
        await using var db = await Database.OpenAsync(_partner.Id);
        return await db.RevenueLines.AsNoTracking().OrderBy(line => line.Id).ToListAsync(Cancellation);
    }

    private async Task<List<ChosenLine>> ChooseAsync() => [.. (await LinesAsync()).Select(line => new ChosenLine(line.Id, line.Version))];

    private async Task<BulkOutcome> ActAsync(List<ChosenLine> chosen, BulkEdit? edit)
    {
        await using var db = await Database.OpenAsync(_partner.Id);
        db.ActorId = _admin.Id;
        return await new BulkLines(db, Database.Clock).ActAsync(chosen, edit, Cancellation);
    }

    private async Task<UndoOutcome?> UndoAsync(Guid id)
    {
        await using var db = await Database.OpenAsync(_partner.Id);
        return await new BulkUndo(db, Database.Clock).UndoAsync(id, Cancellation);
    }

    private async Task EditOneAsync(Guid id, Action<RevenueLine> edit)
    {
        await using var db = await Database.OpenAsync(_partner.Id);
        var line = await db.RevenueLines.SingleAsync(one => one.Id == id, Cancellation);
        edit(line);
        db.AuditFact(line);
        await db.SaveChangesAsync(Cancellation);
    }

    private async Task DeleteOneAsync(Guid id)
    {
        await using var db = await Database.OpenAsync(_partner.Id);
        db.Remove(await db.RevenueLines.SingleAsync(one => one.Id == id, Cancellation));
        await db.SaveChangesAsync(Cancellation);
    }

    private async Task<int> EventsAsync(string action, Guid? actor = null)
    {
        await using var db = await Database.OpenAsync(_partner.Id);
        return await db.AuditEvents.CountAsync(one => one.PartnerId == _partner.Id && one.Action == action && (actor == null || one.ActorId == actor), Cancellation);
    }
}
