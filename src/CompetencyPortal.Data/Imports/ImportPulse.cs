using System.Data.Common;

using CompetencyPortal.Data.Entities;

using Microsoft.EntityFrameworkCore;

namespace CompetencyPortal.Data.Imports;

/// <summary>
/// Says every few moments, on a connection of its own, that an import is being worked on and how far that has come. Learning that
/// it no longer is this worker's (somebody cancelled it, or took it for abandoned), it ends the work.
/// </summary>
internal sealed class ImportPulse : IAsyncDisposable
{
    /// <summary>After so long without a sign the work counts as abandoned.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    private readonly CancellationTokenSource _work;
    private readonly CancellationTokenSource _beating = new();
    private readonly Task _beats;
    private long _done;

    public ImportPulse(IDbContextFactory<PortalDbContext> contexts, TimeProvider clock, Import import, CancellationToken stopping)
    {
        _work = CancellationTokenSource.CreateLinkedTokenSource(stopping);
        _beats = BeatAsync(contexts, clock, import.Id, import.PartnerId, import.Worker);
    }

    /// <summary>Ends when the work is to end.</summary>
    public CancellationToken Work => _work.Token;

    /// <summary>Whether the import was taken away from this worker.</summary>
    public bool IsLost { get; private set; }

    /// <summary>How much is done, in the unit of what is being done.</summary>
    public long Done
    {
        get => Interlocked.Read(ref _done);
        set => Interlocked.Exchange(ref _done, value);
    }

    /// <summary>Ends the signs. Nobody else writes the row of the import after that.</summary>
    public async Task StopAsync()
    {
        await _beating.CancelAsync();
        await _beats;
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        _beating.Dispose();
        _work.Dispose();
    }

    private async Task BeatAsync(IDbContextFactory<PortalDbContext> contexts, TimeProvider clock, Guid id, Guid partnerId, Guid? worker)
    {
        using var timer = new PeriodicTimer(Pause);
        try
        {
            while (await timer.WaitForNextTickAsync(_beating.Token))
            {
                if (!await IsMineAsync(contexts, clock, id, partnerId, worker))
                {
                    IsLost = true;
                    await _work.CancelAsync();
                    return;
                }
            }
        }
        catch (OperationCanceledException)
        {
            // The work is over.
        }
    }

    private async Task<bool> IsMineAsync(IDbContextFactory<PortalDbContext> contexts, TimeProvider clock, Guid id, Guid partnerId, Guid? worker)
    {
        try
        {
            await using var db = await contexts.CreateDbContextAsync(_beating.Token);
            await db.EnterPartnerAsync(partnerId, _beating.Token);
            var (now, done) = (clock.GetUtcNow(), Done);
            return await db.Imports.Where(import => import.Id == id && import.Worker == worker)
                .ExecuteUpdateAsync(set => set.SetProperty(import => import.Heartbeat, now).SetProperty(import => import.Done, done), _beating.Token) > 0;
        }
        catch (Exception failure) when (failure is DbException or InvalidOperationException)
        {
            // The database is out of reach for a moment, or for good; the work itself learns which.
            return true;
        }
    }
}
