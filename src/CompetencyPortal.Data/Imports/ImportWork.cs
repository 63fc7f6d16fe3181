using CompetencyPortal.Data.Entities;
using CompetencyPortal.Data.Imports.Checking;
using CompetencyPortal.Data.Imports.Reading;
using CompetencyPortal.Data.Imports.Storing;

using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace CompetencyPortal.Data.Imports;

/// <summary>
/// Does what an import waits for. Several nodes may try at once: it is claimed first, and a claim that shows no sign of life is
/// another's to take over. Whatever happens, facts are stored wholly or not at all.
/// </summary>
public sealed partial class ImportWork
{
    private readonly PortalDbContext _db;
    private readonly IDbContextFactory<PortalDbContext> _contexts;
    private readonly ImportCheck _check;
    private readonly ImportStore _store;
    private readonly TimeProvider _clock;
    private readonly ILogger<ImportWork> _log;

    internal ImportWork(
        PortalDbContext db, IDbContextFactory<PortalDbContext> contexts, ImportCheck check, ImportStore store, TimeProvider clock, ILogger<ImportWork> log)
    {
        _db = db;
        _contexts = contexts;
        _check = check;
        _store = store;
        _clock = clock;
        _log = log;
    }

    /// <summary>The imports of every organisation that wait for work, or whose worker shows no sign of life.</summary>
    public Task<List<Guid>> WaitingAsync(CancellationToken cancellationToken) =>
        Due(_db.Imports).OrderBy(import => import.CreatedAt).Select(import => import.Id).ToListAsync(cancellationToken);

    /// <summary>Checks an import, or stores it, whichever it waits for; does nothing where it waits for neither.</summary>
    public async Task RunAsync(Guid id, CancellationToken cancellationToken)
    {
        if (await ClaimAsync(id, cancellationToken) is not { } import)
        {
            return;
        }

        await using var pulse = new ImportPulse(_contexts, _clock, import, cancellationToken);
        try
        {
            if (import.State is ImportState.Storing && await _store.RunAsync(import, pulse, pulse.Work))
            {
                return;
            }

            if (import.State is ImportState.Storing)
            {
                _db.ChangeTracker.Clear();
                import.State = ImportState.Checking;
                import.FactsChanged = true;
                await _db.Imports.Where(row => row.Id == id && row.Worker == import.Worker)
                    .ExecuteUpdateAsync(set => set.SetProperty(row => row.State, ImportState.Checking).SetProperty(row => row.FactsChanged, true), pulse.Work);
            }

            pulse.Done = 0;
            await _check.RunAsync(import, pulse, pulse.Work);
            await FinishAsync(import, ImportState.Checked, null, pulse);
        }
        catch (ImportFileException refused)
        {
            await FinishAsync(import, ImportState.Unreadable, refused.Problem, pulse);
        }
        catch (OperationCanceledException) when (pulse.IsLost && !cancellationToken.IsCancellationRequested)
        {
            // Somebody cancelled it, or works on it instead.
        }
        catch (Exception failure) when (!cancellationToken.IsCancellationRequested)
        {
            // The message could name what a statement held; the kind of failure is enough.
            WorkFailed(_log, id, failure.GetType().Name);
            await FinishAsync(import, ImportState.Failed, null, pulse);
        }
    }

    /// <summary>Takes the import for this worker; null where there is nothing to do, or another is at it.</summary>
    private async Task<Import?> ClaimAsync(Guid id, CancellationToken cancellationToken)
    {
        if (await Due(_db.Imports).Where(import => import.Id == id).Select(import => (Guid?)import.PartnerId).SingleOrDefaultAsync(cancellationToken) is not { } partnerId)
        {
            return null;
        }

        _db.Database.SetCommandTimeout(ImportLimits.Statement);
        await _db.EnterPartnerAsync(partnerId, cancellationToken);
        var (worker, now) = (Guid.CreateVersion7(), _clock.GetUtcNow());
        var claimed = await Due(_db.Imports).Where(import => import.Id == id).ExecuteUpdateAsync(
            set => set
                .SetProperty(import => import.State, import => import.State == ImportState.Confirmed || import.State == ImportState.Storing ? ImportState.Storing : ImportState.Checking)
                .SetProperty(import => import.Worker, worker).SetProperty(import => import.Heartbeat, now).SetProperty(import => import.Done, 0)
                .SetProperty(
                    import => import.Total,
                    import => import.State == ImportState.Confirmed || import.State == ImportState.Storing ? import.NewRows + import.ChangedRows : import.Size),
            cancellationToken);
        return claimed == 0 ? null : await _db.Imports.AsNoTracking().SingleOrDefaultAsync(import => import.Id == id && import.Worker == worker, cancellationToken);
    }

    private IQueryable<Import> Due(IQueryable<Import> imports)
    {
        var now = _clock.GetUtcNow();
        var dead = now - ImportPulse.Patience;
        return imports.Where(import =>
            import.ExpiresAt > now
            && (import.State == ImportState.Waiting || import.State == ImportState.Confirmed
                || ((import.State == ImportState.Checking || import.State == ImportState.Storing) && import.Heartbeat < dead)));
    }

    /// <summary>Writes what is known now, if the import is still this worker's.</summary>
    private async Task FinishAsync(Import import, ImportState state, ImportError? problem, ImportPulse pulse)
    {
        await pulse.StopAsync();
        _db.ChangeTracker.Clear();
        var worker = import.Worker;
        await _db.Imports.Where(row => row.Id == import.Id && row.Worker == worker && (row.State == ImportState.Checking || row.State == ImportState.Storing)).ExecuteUpdateAsync(
            set => set.SetProperty(row => row.State, state).SetProperty(row => row.Problem, problem).SetProperty(row => row.Worker, (Guid?)null)
                .SetProperty(row => row.FactsVersion, import.FactsVersion).SetProperty(row => row.RulebookVersion, import.RulebookVersion)
                .SetProperty(row => row.NewRows, import.NewRows).SetProperty(row => row.ChangedRows, import.ChangedRows)
                .SetProperty(row => row.UnchangedRows, import.UnchangedRows).SetProperty(row => row.RefusedRows, import.RefusedRows)
                .SetProperty(row => row.Effect, import.Effect).SetProperty(row => row.LeavesOutRefused, false)
                .SetProperty(row => row.Version, row => row.Version + 1),
            CancellationToken.None);
    }

    [LoggerMessage(LogLevel.Error, "The work on import {Import} failed: {Failure}. Nothing was stored.")]
    private static partial void WorkFailed(ILogger logger, Guid import, string failure);
}
