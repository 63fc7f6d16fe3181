using CompetencyPortal.Data.Entities;
using CompetencyPortal.Data.Imports.Effects;
using CompetencyPortal.Data.Imports.Reading;
using CompetencyPortal.Data.Rules;
using CompetencyPortal.Data.Saving;
using CompetencyPortal.Domain.Revisions;

using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace CompetencyPortal.Data.Imports.Checking;

/// <summary>Checks every row of a file against what is stored, and stages what storing it would do. No fact is touched.</summary>
internal sealed class ImportCheck(PortalDbContext db, RulebookStore rulebooks, EffectOfImport effects, IOptions<ImportLimits> limits)
{
    private const int Batch = 2000;
    private const int ShownCells = 60;

    /// <summary>Stages the rows anew, and sets what is then known of <paramref name="import"/>; saving it is the caller's.</summary>
    /// <exception cref="ImportFileException">The file as a whole cannot be read so.</exception>
    public async Task RunAsync(Import import, ImportPulse pulse, CancellationToken cancellationToken)
    {
        await db.ImportRows.Where(row => row.ImportId == import.Id).ExecuteDeleteAsync(cancellationToken);
        var (check, rulebook) = await PrepareAsync(import, cancellationToken);
        await StageAsync(import, check, pulse, cancellationToken);
        await new Agreement(db, import).SettleAsync(cancellationToken);
        await CountAsync(import, cancellationToken);
        import.Effect = await effects.OfAsync(import, rulebook, cancellationToken);
    }

    /// <summary>What the rows are compared with, all of one version of the facts, which is noted.</summary>
    private async Task<(IRowCheck Check, Rulebook Rulebook)> PrepareAsync(Import import, CancellationToken cancellationToken)
    {
        while (true)
        {
            var facts = await FactsVersionAsync(import, cancellationToken);
            var version = await db.RulebookState.Select(state => state.Version).SingleAsync(cancellationToken);
            var rulebook = await rulebooks.GetAsync(version, cancellationToken);
            IRowCheck check = import.Kind switch
            {
                ImportKind.Revenue => new RevenueRows(import, rulebook),
                ImportKind.Customers => new CustomerRows(import),
                ImportKind.People => new PeopleRows(import, rulebook),
            };
            await check.LoadAsync(db, cancellationToken);
            if (await FactsVersionAsync(import, cancellationToken) == facts)
            {
                import.FactsVersion = facts;
                import.RulebookVersion = version;
                return (check, rulebook);
            }
        }
    }

    private Task<long> FactsVersionAsync(Import import, CancellationToken cancellationToken) =>
        db.Partners.Where(partner => partner.Id == import.PartnerId).Select(partner => partner.FactsVersion).SingleAsync(cancellationToken);

    private async Task StageAsync(Import import, IRowCheck check, ImportPulse pulse, CancellationToken cancellationToken)
    {
        var cells = new CellReader(ImportCulture.Find(import.Settings.Culture) ?? ImportCulture.Invariant);
        var batch = new List<ImportRow>(Batch);
        await using var file = new ChunkStream(db, import.Id);
        int? columns = null;
        var isEmpty = true;
        await foreach (var record in ImportText.ReadAsync(file, import.Settings.Delimiter, limits.Value, cancellationToken))
        {
            if (columns is null)
            {
                columns = record.Count;
                continue;
            }

            isEmpty = false;
            var row = new RowReader(record, import.Settings.Columns, cells);
            row.CheckShape(columns.Value);
            batch.Add(Staged(check.Check(row), row));
            if (batch.Count == Batch)
            {
                await db.InsertAsync(batch, cancellationToken);
                batch.Clear();
                pulse.Done = file.Done;
            }
        }

        await db.InsertAsync(batch, cancellationToken);
        pulse.Done = file.Done;
        if (isEmpty)
        {
            throw new ImportFileException(ImportError.Of(ImportErrorCode.FileEmpty, null));
        }
    }

    private static ImportRow Staged(ImportRow staged, RowReader row)
    {
        if (row.IsRefused)
        {
            staged.Errors = [.. row.Errors];
            staged.Cells = [.. row.Record.Cells.Take(ShownCells).Select(ImportError.Shortened)];
        }

        return staged;
    }

    private async Task CountAsync(Import import, CancellationToken cancellationToken)
    {
        var counts = await db.ImportRows.Where(row => row.ImportId == import.Id).GroupBy(row => row.Outcome)
            .Select(group => new { Outcome = group.Key, Count = group.Count() }).ToDictionaryAsync(one => one.Outcome, one => one.Count, cancellationToken);
        import.NewRows = counts.GetValueOrDefault(ImportOutcome.New);
        import.ChangedRows = counts.GetValueOrDefault(ImportOutcome.Changed);
        import.UnchangedRows = counts.GetValueOrDefault(ImportOutcome.Unchanged);
        import.RefusedRows = counts.GetValueOrDefault(ImportOutcome.Refused);
    }
}
