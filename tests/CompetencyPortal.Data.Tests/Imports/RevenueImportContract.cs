using System.Collections.Immutable;
using System.Text;

using CompetencyPortal.Data.Auditing;
using CompetencyPortal.Data.Entities;
using CompetencyPortal.Data.Imports;
using CompetencyPortal.Testing;
using CompetencyPortal.Testing.Databases;

using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Storage;

namespace CompetencyPortal.Data.Tests.Imports;

public abstract class RevenueImportContract(DatabaseFixture server) : ImportContract(server)
{
    private const string Header = "reference,customerCode,customer,product,date,amount,netNew\r\n";

    [Fact]
    public async Task Store_WhenEveryRowIsNew_StoresEachWithAnEvent_AndOneForTheFile()
    {
        var partner = await PartnerAsync(one => Rows.Customer(one, "Northwind", "N1"));
        var before = await FactsVersionAsync(partner);
        var import = await BringAsync(partner, ImportKind.Revenue, Header + "INV-1,,Northwind,crm-online,2026-03-01,1234.50,true\r\n,N1,,CRM Online,2026-03-02,-5,false\r\n");
        Assert.Equal((2, 0, 0, 0), Counts(import));
        Assert.Empty(await AllAsync<RevenueLine>(partner));
        Assert.Equal(before, await FactsVersionAsync(partner));

        var stored = await ConfirmAsync(partner, import);
        Assert.Equal(ImportState.Stored, stored.State);
        Assert.Equal(before + 1, await FactsVersionAsync(partner));
        var lines = (await AllAsync<RevenueLine>(partner)).OrderBy(line => line.Date).ToList();
        Assert.Equal([1234.50m, -5m], lines.Select(line => line.Amount));
        Assert.Equal(OwnReference.Parse("INV-1"), lines[0].Reference);
        Assert.All(lines, line => Assert.Equal(1, line.Version));
        var events = await AllAsync<AuditEvent>(partner);
        Assert.Equal(2, events.Count(one => one.Action == "RevenueLine.Added"));
        Assert.Contains("\"New\":2", Assert.Single(events, one => one.Action == "Import.Stored").Details);
    }

    [Fact]
    public async Task Store_LeavesTheEventsThatASaveLeaves()
    {
        var partner = await PartnerAsync(one => Rows.Customer(one, "Northwind"));
        await StoreAsync(partner, ImportKind.Revenue, Header + "INV-1,,Northwind,crm-online,2026-03-01,1234.50,true\r\n");
        var line = Assert.Single(await AllAsync<RevenueLine>(partner));
        var imported = Assert.Single(await AllAsync<AuditEvent>(partner), one => one.EntityId == line.Id.ToString());
        await using var db = await Database.OpenAsync(partner.Id);
        db.Remove(await db.RevenueLines.SingleAsync(Cancellation));
        await db.SaveChangesAsync(Cancellation);
        db.Add(line);
        db.AuditFact(line);
        await db.SaveChangesAsync(Cancellation);
        var saved = Assert.Single(await AllAsync<AuditEvent>(partner), one => one.EntityId == line.Id.ToString() && one.Id != imported.Id);
        Assert.Equal((saved.Action, saved.EntityType, saved.Details, saved.PartnerId), (imported.Action, imported.EntityType, imported.Details, imported.PartnerId));
    }

    [Fact]
    public async Task Check_WhenTheFileWasStoredBefore_FindsEverythingUnchanged_AndStoringItChangesNothing()
    {
        var partner = await PartnerAsync(one => Rows.Customer(one, "Northwind"));
        var text = Header + "INV-1,,Northwind,crm-online,2026-03-01,1,true\r\n,,Northwind,crm-online,2026-03-01,2,true\r\n,,Northwind,crm-online,2026-03-01,2,true\r\n";
        await StoreAsync(partner, ImportKind.Revenue, text);
        var (before, events) = (await FactsVersionAsync(partner), (await AllAsync<AuditEvent>(partner)).Count);

        var again = await StoreAsync(partner, ImportKind.Revenue, text);
        Assert.Equal((0, 0, 3, 0), Counts(again));
        Assert.Equal(before, await FactsVersionAsync(partner));
        Assert.Equal(events, (await AllAsync<AuditEvent>(partner)).Count);
        Assert.Equal(3, (await AllAsync<RevenueLine>(partner)).Count);
    }

    [Theory]
    [InlineData(0, 3, 3, 0)]
    [InlineData(1, 3, 2, 1)]
    [InlineData(3, 3, 0, 3)]
    [InlineData(3, 2, 0, 2)]
    public async Task Check_WhenLinesHaveNoReference_CountsThem(int stored, int brought, int expectedNew, int expectedUnchanged)
    {
        var partner = await PartnerAsync();
        var customer = Rows.Customer(partner);
        await SaveAsync(partner.Id, [customer, Rows.Line(customer, 7m, Day, reference: "INV-9"), .. Enumerable.Range(0, stored).Select(_ => Rows.Line(customer, 7m, Day))]);
        var row = ",,Northwind,crm-online,2026-03-01,7.00,true\r\n";
        var import = await BringAsync(partner, ImportKind.Revenue, Header + string.Concat(Enumerable.Repeat(row, brought)));
        Assert.Equal((expectedNew, 0, expectedUnchanged, 0), Counts(import));
        await ConfirmAsync(partner, import);
        Assert.Equal(1 + Math.Max(stored, brought), (await AllAsync<RevenueLine>(partner)).Count);
    }

    [Fact]
    public async Task Store_WhenALineWithAReferenceSaysSomethingElse_ChangesIt_FieldByField()
    {
        var partner = await PartnerAsync();
        var (northwind, tailspin) = (Rows.Customer(partner), Rows.Customer(partner, "Tailspin"));
        await SaveAsync(partner.Id, northwind, tailspin, Rows.Line(northwind, 7m, Day, reference: "INV-9"));
        var import = await BringAsync(partner, ImportKind.Revenue, Header + "inv-9,,Tailspin,crm-online,2026-03-01,8,true\r\n");
        Assert.Equal((0, 1, 0, 0), Counts(import));
        var row = Assert.Single(await RowsAsync(partner, import));
        Assert.Equal([new ImportChange(ImportColumn.Customer, "Northwind", "Tailspin"), new ImportChange(ImportColumn.Amount, "7.00", "8.00")], row.Changes);

        await ConfirmAsync(partner, import);
        var line = Assert.Single(await AllAsync<RevenueLine>(partner));
        Assert.Equal((tailspin.Id, 8m, 2), (line.CustomerId, line.Amount, line.Version));
        Assert.Contains("\"Amount\":[\"7.00\",\"8.00\"]", Assert.Single(await AllAsync<AuditEvent>(partner), one => one.Action == "RevenueLine.Edited").Details);
    }

    [Fact]
    public async Task Check_WhenTwoRowsOfOneReferenceContradictEachOther_RefusesBoth_AndSaysWhereTheOtherIs()
    {
        var partner = await PartnerAsync(one => Rows.Customer(one));
        var import = await BringAsync(partner, ImportKind.Revenue, Header
            + "A,,Northwind,crm-online,2026-03-01,1,true\r\nB,,Northwind,crm-online,2026-03-01,2,true\r\na ,,Northwind,crm-online,2026-03-01,3,true\r\nB,,Northwind,crm-online,2026-03-01,2,true\r\n");
        Assert.Equal((1, 0, 1, 2), Counts(import));
        var rows = await RowsAsync(partner, import);
        Assert.Equal([ImportOutcome.Refused, ImportOutcome.New, ImportOutcome.Refused, ImportOutcome.Unchanged], rows.Select(row => row.Outcome));
        Assert.Equal(ImportError.Of(ImportErrorCode.Contradiction, null, 4), Assert.Single(rows[0].Errors));
        Assert.Equal(ImportError.Of(ImportErrorCode.Contradiction, null, 2), Assert.Single(rows[2].Errors));
        await ConfirmAsync(partner, import, leaveOutRefused: true);
        Assert.Equal(2m, Assert.Single(await AllAsync<RevenueLine>(partner)).Amount);
    }

    [Fact]
    public async Task Check_FindsEveryErrorOfEveryRow()
    {
        var partner = await PartnerAsync(one => Rows.Customer(one), one => Rows.Customer(one, "Twins"), one => Rows.Customer(one, "Twins"));
        var import = await BringAsync(partner, ImportKind.Revenue, Header
            + "R\r\n"
            + ",,Nobody,lemonade,01/02/2026,12.345,maybe\r\n"
            + ",,Twins,crm-online,0026-02-01,€ 5,true\r\n"
            + ",X9,Northwind,crm-online,2026-02-01,99999999999999999,true\r\n"
            + ",,Northwind,crm-online,2026-02-01,1,true,surplus\r\n"
            + ",,North\"wind,crm-online,2026-02-01,\"1,5\",true\r\n");
        Assert.Equal(ImportState.Checked, import.State);
        var rows = await RowsAsync(partner, import);
        Assert.Equal(
            [
                (2, ImportErrorCode.Missing, ImportColumn.Customer), (2, ImportErrorCode.Missing, ImportColumn.Product), (2, ImportErrorCode.Missing, ImportColumn.Date),
                (2, ImportErrorCode.Missing, ImportColumn.Amount), (2, ImportErrorCode.Missing, ImportColumn.NetNew),
                (3, ImportErrorCode.CustomerUnknown, ImportColumn.Customer), (3, ImportErrorCode.ProductUnknown, ImportColumn.Product),
                (3, ImportErrorCode.DateUnreadable, ImportColumn.Date), (3, ImportErrorCode.AmountTooManyDecimals, ImportColumn.Amount), (3, ImportErrorCode.FlagUnreadable, ImportColumn.NetNew),
                (4, ImportErrorCode.CustomerAmbiguous, ImportColumn.Customer), (4, ImportErrorCode.DateOutOfBounds, ImportColumn.Date), (4, ImportErrorCode.AmountNotDollars, ImportColumn.Amount),
                (5, ImportErrorCode.CustomerUnknown, ImportColumn.CustomerCode), (5, ImportErrorCode.AmountTooLarge, ImportColumn.Amount),
                (6, ImportErrorCode.TooManyCells, null),
                (7, ImportErrorCode.BadQuotes, null), (7, ImportErrorCode.CustomerUnknown, ImportColumn.Customer), (7, ImportErrorCode.AmountUnreadable, ImportColumn.Amount),
            ],
            Errors(rows));
        Assert.Equal(["", "", "Nobody", "lemonade", "01/02/2026", "12.345", "maybe"], rows[1].Cells);
    }

    [Fact]
    public async Task Confirm_WhenARowIsRefused_IsRefusedItself_UnlessItIsLeftOut()
    {
        var partner = await PartnerAsync(one => Rows.Customer(one));
        var import = await BringAsync(partner, ImportKind.Revenue, Header + "A,,Northwind,crm-online,2026-03-01,1,true\r\nB,,Nobody,crm-online,2026-03-01,2,true\r\n");
        await Assert.ThrowsAsync<InvalidOperationException>(() => ConfirmAsync(partner, import));
        Assert.Empty(await AllAsync<RevenueLine>(partner));
        await ConfirmAsync(partner, import, leaveOutRefused: true);
        Assert.Equal(1m, Assert.Single(await AllAsync<RevenueLine>(partner)).Amount);
    }

    [Fact]
    public async Task Confirm_WhenFactsChangedSinceThePreview_StoresNothing_AndChecksAnew()
    {
        var partner = await PartnerAsync();
        var customer = Rows.Customer(partner);
        await SaveAsync(partner.Id, customer, Rows.Line(customer, 7m, Day, reference: "A"));
        var import = await BringAsync(partner, ImportKind.Revenue, Header + "A,,Northwind,crm-online,2026-03-01,8,true\r\n");
        await using (var db = await Database.OpenAsync(partner.Id))
        {
            (await db.RevenueLines.SingleAsync(Cancellation)).Amount = 9m;
            await db.SaveChangesAsync(Cancellation);
        }

        var anew = await ConfirmAsync(partner, import);
        Assert.Equal((ImportState.Checked, true), (anew.State, anew.FactsChanged));
        Assert.Equal(9m, Assert.Single(await AllAsync<RevenueLine>(partner)).Amount);
        Assert.Equal([new ImportChange(ImportColumn.Amount, "9.00", "8.00")], Assert.Single(await RowsAsync(partner, anew)).Changes);
        Assert.Equal(ImportState.Stored, (await ConfirmAsync(partner, anew)).State);
        Assert.Equal(8m, Assert.Single(await AllAsync<RevenueLine>(partner)).Amount);
    }

    [Fact]
    public async Task Confirm_WhenSomebodyHasDoneSoBefore_IsRefused()
    {
        var partner = await PartnerAsync(one => Rows.Customer(one));
        var import = await BringAsync(partner, ImportKind.Revenue, Header + "A,,Northwind,crm-online,2026-03-01,8,true\r\n");
        await ConfirmAsync(partner, import);
        await Assert.ThrowsAsync<DbUpdateConcurrencyException>(() => ConfirmAsync(partner, import));
        Assert.Single(await AllAsync<RevenueLine>(partner));
    }

    [Fact]
    public async Task Check_TellsTheEffectOnStandings()
    {
        var partner = Rows.Partner(market: Domain.Competencies.Market.Developed);
        var customer = Rows.Customer(partner);
        await SaveAsync(partner.Id, partner, customer, Rows.Association(customer));
        var import = await BringAsync(partner, ImportKind.Revenue, Header + "A,,Northwind,crm-online,2026-10-01,60000,true\r\n,,Northwind,crm-online,2026-10-01,50000,true\r\n,,Northwind,crm-online,2026-10-01,50000,true\r\n");
        var reseller = Assert.Single(import.Effect!.Changing);
        Assert.Equal("cloud-crm-reseller", reseller.Option);
        Assert.Contains(reseller.Figures, figure => figure is { Threshold: 0, Required: 100_000, Before: 0, After: 160_000 });
    }

    [Fact]
    public async Task Cancel_DeletesTheFileAndItsRows()
    {
        var partner = await PartnerAsync(one => Rows.Customer(one));
        var import = await BringAsync(partner, ImportKind.Revenue, Header + "A,,Northwind,crm-online,2026-03-01,8,true\r\n");
        Assert.True(await InRequestAsync(partner, (desk, _) => desk.CancelAsync(import.Id, Cancellation)));
        Assert.Equal(ImportState.Cancelled, (await ImportAsync(partner, import.Id)).State);
        Assert.Empty(await AllAsync<ImportRow>(partner));
        Assert.Empty(await AllAsync<ImportChunk>(partner));
        Assert.False(await InRequestAsync(partner, (desk, _) => desk.CancelAsync(import.Id, Cancellation)));
    }

    [Fact]
    public async Task Expired_IsDeletedByTheNextImport()
    {
        var partner = await PartnerAsync(one => Rows.Customer(one));
        var old = await BringAsync(partner, ImportKind.Revenue, Header + "A,,Northwind,crm-online,2026-03-01,8,true\r\n");
        Database.Clock.Advance(TimeSpan.FromHours(24));
        var import = await BringAsync(partner, ImportKind.Revenue, Header + "A,,Northwind,crm-online,2026-03-01,8,true\r\n");
        Assert.Equal(import.Id, Assert.Single(await AllAsync<Import>(partner)).Id);
        Assert.All(await AllAsync<ImportRow>(partner), row => Assert.NotEqual(old.Id, row.ImportId));
        Assert.All(await AllAsync<ImportChunk>(partner), chunk => Assert.NotEqual(old.Id, chunk.ImportId));
    }

    [Fact]
    public async Task Everything_OfAnotherOrganisation_IsNotFound()
    {
        var partner = await PartnerAsync(one => Rows.Customer(one));
        var import = await BringAsync(partner, ImportKind.Revenue, Header + "A,,Northwind,crm-online,2026-03-01,8,true\r\n");
        var other = await PartnerAsync(one => Rows.Customer(one));
        Assert.Null(await InRequestAsync(other, (desk, _) => desk.HeadAsync(import.Id, null, Cancellation)));
        Assert.False(await InRequestAsync(other, (desk, _) => desk.CancelAsync(import.Id, Cancellation)));
        await Assert.ThrowsAsync<DbUpdateConcurrencyException>(() => ConfirmAsync(other, import));
        await Assert.ThrowsAsync<DbUpdateConcurrencyException>(() => InRequestAsync(other, (desk, _) => desk.CheckAsync(import.Id, import.Version, import.Settings, Cancellation)));
        Assert.Empty(await InRequestAsync(other, async (desk, _) => await desk.RecordsAsync(import.Id, Cancellation).ToListAsync(Cancellation)));
        Assert.Empty(await AllAsync<Import>(other));
        Assert.Equal(ImportState.Checked, (await ImportAsync(partner, import.Id)).State);
    }

    [Fact]
    public async Task Work_WhenItsWorkerDied_IsTakenUpAgain()
    {
        var partner = await PartnerAsync(one => Rows.Customer(one));
        var import = await BringAsync(partner, ImportKind.Revenue, Header + "A,,Northwind,crm-online,2026-03-01,8,true\r\n");
        await using (var db = await Database.OpenAsync(partner.Id))
        {
            var dead = Guid.CreateVersion7();
            await db.Imports.ExecuteUpdateAsync(
                set => set.SetProperty(one => one.State, ImportState.Storing).SetProperty(one => one.Worker, dead).SetProperty(one => one.Heartbeat, Database.Clock.Now), Cancellation);
        }

        await WorkAsync(import.Id);
        Assert.Equal(ImportState.Storing, (await ImportAsync(partner, import.Id)).State);
        Database.Clock.Advance(TimeSpan.FromSeconds(31));
        await WorkAsync(import.Id);
        Assert.Equal(ImportState.Stored, (await ImportAsync(partner, import.Id)).State);
        Assert.Single(await AllAsync<RevenueLine>(partner));
    }

    [Fact]
    public async Task Store_WhenItFailsHalfWay_LeavesNothingHalf_AndCanBeTriedAgain()
    {
        var partner = await PartnerAsync(one => Rows.Customer(one));
        var before = await FactsVersionAsync(partner);
        var import = await BringAsync(partner, ImportKind.Revenue, Header + "A,,Northwind,crm-online,2026-03-01,8,true\r\n");
        await TrailAsync("REVOKE INSERT ON {0} FROM competencyportal_app");
        var failed = await ConfirmAsync(partner, import);
        Assert.Equal(ImportState.Failed, failed.State);
        Assert.Empty(await AllAsync<RevenueLine>(partner));
        Assert.Equal(before, await FactsVersionAsync(partner));

        await TrailAsync("GRANT INSERT ON {0} TO competencyportal_app");
        Assert.Null(await InRequestAsync(partner, (desk, _) => desk.CheckAsync(import.Id, failed.Version, failed.Settings, Cancellation)));
        await WorkAsync(import.Id);
        Assert.Equal(ImportState.Stored, (await ConfirmAsync(partner, await ImportAsync(partner, import.Id))).State);
        Assert.Single(await AllAsync<RevenueLine>(partner));
    }

    [Fact]
    public async Task Check_WithOtherSettings_ReadsTheFileAnew()
    {
        var partner = await PartnerAsync(one => Rows.Customer(one));
        var import = await BringAsync(partner, ImportKind.Revenue, "Client;Produit;Jour;Montant;Nouveau net\r\nNorthwind;crm-online;01/02/2026;1.234;oui\r\n", "fr");
        Assert.Equal([(2, ImportErrorCode.AmountUnreadable, ImportColumn.Amount)], Errors(await RowsAsync(partner, import)));
        var settings = import.Settings with { Culture = "de-DE" };
        Assert.Null(await InRequestAsync(partner, (desk, _) => desk.CheckAsync(import.Id, import.Version, settings, Cancellation)));
        await WorkAsync(import.Id);
        var anew = await ImportAsync(partner, import.Id);
        Assert.Equal((1, 0, 0, 0), Counts(anew));
        Assert.Equal((1234m, new DateOnly(2026, 2, 1)), (Assert.Single(await RowsAsync(partner, anew)).Amount, (await RowsAsync(partner, anew))[0].Date));
        await Assert.ThrowsAsync<DbUpdateConcurrencyException>(() => ConfirmAsync(partner, import));
    }

    [Fact]
    public async Task Receive_WhenColumnsAreNotRecognised_WaitsUntilSomebodySaysWhatTheyMean()
    {
        var partner = await PartnerAsync(one => Rows.Customer(one));
        var import = await BringAsync(partner, ImportKind.Revenue, "A;B;C;D;E\r\nNorthwind;crm-online;2026-02-01;5;yes\r\n");
        Assert.Equal(ImportState.NeedsColumns, import.State);
        var head = await InRequestAsync(partner, (desk, _) => desk.HeadAsync(import.Id, import.Settings with { Delimiter = ImportDelimiter.Semicolon }, Cancellation));
        Assert.Equal(["A", "B", "C", "D", "E"], head!.Columns);
        Assert.Equal("Northwind", Assert.Single(head.Sample)[0]);
        var columns = new[] { ImportColumn.Customer, ImportColumn.Product, ImportColumn.Date, ImportColumn.Amount, ImportColumn.NetNew }
            .Select((column, index) => KeyValuePair.Create(column, index)).ToImmutableSortedDictionary();
        var settings = new ImportSettings(ImportDelimiter.Semicolon, "", columns.Remove(ImportColumn.Date));
        Assert.Equal(
            ImportError.Of(ImportErrorCode.ColumnMissing, ImportColumn.Date),
            await InRequestAsync(partner, (desk, _) => desk.CheckAsync(import.Id, import.Version, settings, Cancellation)));
        Assert.Null(await InRequestAsync(partner, (desk, _) => desk.CheckAsync(import.Id, import.Version, settings with { Columns = columns }, Cancellation)));
        await WorkAsync(import.Id);
        Assert.Equal((1, 0, 0, 0), Counts(await ImportAsync(partner, import.Id)));
    }

    [Fact]
    public async Task Check_WhenTheFileTurnsOutToBeNoText_SaysWhere_AndStoresNothing()
    {
        var partner = await PartnerAsync(one => Rows.Customer(one));
        byte[] file = [.. Encoding.UTF8.GetBytes(Header + string.Concat(Enumerable.Repeat(",,Northwind,crm-online,2026-03-01,8,true\r\n", 10))), 0xE9, (byte)'\n'];
        var receipt = await ReceiveAsync(partner, ImportKind.Revenue, file);
        await WorkAsync(receipt.Id!.Value);
        var import = await ImportAsync(partner, receipt.Id.Value);
        Assert.Equal((ImportState.Unreadable, ImportError.Of(ImportErrorCode.FileNotUtf8, null, 12)), (import.State, import.Problem));
        Assert.Empty(await AllAsync<RevenueLine>(partner));
    }

    [Fact]
    public async Task Receive_WhenTheFileIsNone_KeepsNothing()
    {
        var partner = await PartnerAsync();
        Assert.Equal(ImportErrorCode.FileEmpty, (await ReceiveAsync(partner, ImportKind.Revenue, "")).Problem?.Code);
        Assert.Equal(ImportErrorCode.FileIsUtf16, (await ReceiveAsync(partner, ImportKind.Revenue, Encoding.Unicode.GetBytes(Header))).Problem?.Code);
        Assert.Equal(ImportErrorCode.FileIsUtf16, (await ReceiveAsync(partner, ImportKind.Revenue, [0xFF, 0xFE, 65, 0])).Problem?.Code);
        Assert.Equal(ImportErrorCode.RecordTooLong, (await ReceiveAsync(partner, ImportKind.Revenue, new string('x', 2_000_000))).Problem?.Code);
        Assert.Empty(await AllAsync<Import>(partner));
        Assert.Empty(await AllAsync<ImportChunk>(partner));
    }

    [Fact]
    public async Task Receive_WhateverTheFile_StoresNothingByItself()
    {
        var partner = await PartnerAsync(one => Rows.Customer(one));
        var before = await FactsVersionAsync(partner);
        await Dice.PlayAsync(20, async dice =>
        {
            var kind = dice.Pick(Enum.GetValues<ImportKind>());
            var header = dice.Chance(70) ? string.Join(',', ImportColumns.Of(kind).Select(ImportColumns.NameOf)) + "\r\n" : "";
            var noise = string.Concat(dice.Some(0, 80, _ => dice.Pick<string>(["Northwind", "crm-online", "2026-03-01", "12.5", "true", "MB2-715", "\"", ",", ",", "\r\n", ";", "é", "\uFFFD", "'", "\uFDD0", "\0"])));
            var receipt = await ReceiveAsync(partner, kind, header + noise);
            if (receipt.Id is { } id)
            {
                await WorkAsync(id);
                Assert.Contains((await ImportAsync(partner, id)).State, (ImportState[])[ImportState.NeedsColumns, ImportState.Checked, ImportState.Unreadable]);
            }
            else
            {
                Assert.NotNull(receipt.Problem);
            }
        });
        Assert.Empty(await AllAsync<RevenueLine>(partner));
        Assert.Empty(await AllAsync<Person>(partner));
        Assert.Equal(before, await FactsVersionAsync(partner));
    }

    private async Task TrailAsync(string statement)
    {
        await using var owner = Database.OpenAsOwner();
        await owner.Database.ExecuteSqlRawAsync(string.Format(System.Globalization.CultureInfo.InvariantCulture, statement, owner.GetService<ISqlGenerationHelper>().DelimitIdentifier("AuditEvents")), Cancellation);
    }
}
