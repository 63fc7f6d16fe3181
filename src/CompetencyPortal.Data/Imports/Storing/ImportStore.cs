using System.Globalization;

using CompetencyPortal.Data.Entities;

using Microsoft.EntityFrameworkCore;

namespace CompetencyPortal.Data.Imports.Storing;

/// <summary>Stores the rows of a confirmed import: all of them in one transaction, or none.</summary>
internal sealed class ImportStore(PortalDbContext db)
{
    /// <summary>Stores what the check staged, if the facts and the rulebook are still those that it saw.</summary>
    /// <returns>False if they are not; nothing is stored then.</returns>
    /// <exception cref="OperationCanceledException">The import was taken away meanwhile; nothing is stored.</exception>
    public async Task<bool> RunAsync(Import import, ImportPulse pulse, CancellationToken cancellationToken)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        if (!await HoldAsync(import, cancellationToken))
        {
            return false;
        }

        if (import.NewRows + import.ChangedRows > 0)
        {
            db.ActorId = import.StartedBy;
            var rows = db.ImportRows.Where(row => row.ImportId == import.Id && row.Outcome != ImportOutcome.Refused);
            try
            {
                await StoreOf(import.Kind).StoreAsync(rows, pulse, cancellationToken);
            }
            catch (DbUpdateConcurrencyException)
            {
                return false;
            }

            db.Audit("Import.Stored", nameof(Import), import.Id.ToString(), string.Create(
                CultureInfo.InvariantCulture,
                $$"""{"Kind":"{{import.Kind}}","New":{{import.NewRows}},"Changed":{{import.ChangedRows}},"Unchanged":{{import.UnchangedRows}},"LeftOut":{{import.RefusedRows}},"Sha256":"{{import.Sha256}}"}"""));
            await db.SaveChangesAsync(cancellationToken);
        }

        // From here on nobody else writes the row, so that its lock cannot be waited for by who must not wait.
        await pulse.StopAsync();
        var (worker, done) = (import.Worker, pulse.Done);
        var mine = await db.Imports.Where(row => row.Id == import.Id && row.Worker == worker && row.State == ImportState.Storing)
            .ExecuteUpdateAsync(
                set => set.SetProperty(row => row.State, ImportState.Stored).SetProperty(row => row.Worker, (Guid?)null)
                    .SetProperty(row => row.Done, done).SetProperty(row => row.Total, done).SetProperty(row => row.Version, row => row.Version + 1),
                cancellationToken);
        if (mine == 0)
        {
            throw new OperationCanceledException("The import is no longer this worker's.");
        }

        await transaction.CommitAsync(cancellationToken);
        return true;
    }

    /// <summary>
    /// Whether the versions are those of the check. The lock of the organisation's row lets no other save of its facts go on
    /// before this one is over; an import that changes nothing does not raise the version.
    /// </summary>
    private async Task<bool> HoldAsync(Import import, CancellationToken cancellationToken)
    {
        var raise = import.NewRows + import.ChangedRows > 0 ? 1 : 0;
        var held = await db.Partners.Where(partner => partner.Id == import.PartnerId && partner.FactsVersion == import.FactsVersion)
            .ExecuteUpdateAsync(set => set.SetProperty(partner => partner.FactsVersion, partner => partner.FactsVersion + raise), cancellationToken);
        return held == 1 && await db.RulebookState.Select(state => state.Version).SingleAsync(cancellationToken) == import.RulebookVersion;
    }

    private IRowStore StoreOf(ImportKind kind) => kind switch
    {
        ImportKind.Revenue => new RevenueStore(db),
        ImportKind.Customers => new CustomerStore(db),
        ImportKind.People => new PeopleStore(db),
    };
}
