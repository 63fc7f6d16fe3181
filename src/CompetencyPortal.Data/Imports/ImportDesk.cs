using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using System.Security.Cryptography;

using CompetencyPortal.Data.Entities;
using CompetencyPortal.Data.Imports.Reading;
using CompetencyPortal.Data.Values;

using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace CompetencyPortal.Data.Imports;

/// <summary>
/// Where an organisation's files are brought, looked at, confirmed and given up. Everything happens within the scope of the
/// organisation at work; another's import is not found.
/// </summary>
public sealed class ImportDesk(PortalDbContext db, ImportQueue queue, IOptions<ImportLimits> limits, TimeProvider clock)
{
    private ImportLimits Limits => limits.Value;

    /// <summary>
    /// Keeps a file piece by piece as it comes in. If its columns are recognised it is checked at once, in the background;
    /// otherwise somebody must say what they mean.
    /// </summary>
    /// <param name="kind">What its rows are about.</param>
    /// <param name="fileName">What it is called; a path before it is taken off.</param>
    /// <param name="file">Its bytes.</param>
    /// <param name="language">The portal's language of the reader, whose way of writing amounts and days is tried first.</param>
    /// <param name="cancellationToken">Ends it; nothing is kept.</param>
    public async Task<ImportReceipt> ReceiveAsync(ImportKind kind, string fileName, Stream file, string language, CancellationToken cancellationToken)
    {
        var partnerId = db.PartnerScope ?? throw new InvalidOperationException("No organisation is at work; a file belongs to one.");
        await DeleteExpiredAsync(cancellationToken);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var now = clock.GetUtcNow();
        var draft = new Import
        {
            PartnerId = partnerId,
            Kind = kind,
            State = ImportState.NeedsColumns,
            FileName = Shortened(fileName),
            Size = 0,
            Sha256 = new string('0', 64),
            Settings = new ImportSettings(ImportDelimiter.Comma, ImportCulture.ForLanguage(language).Name, ImmutableSortedDictionary<ImportColumn, int>.Empty),
            StartedBy = db.ActorId,
            CreatedAt = now,
            ExpiresAt = now.AddHours(Limits.HoursKept),
        };
        db.Imports.Add(draft);
        await db.SaveChangesAsync(cancellationToken);
        var (size, digest, problem) = await KeepAsync(draft, file, cancellationToken);
        if (problem is not null)
        {
            return await RefuseAsync(problem);
        }

        var head = await HeadReader.DetectAsync(kind, () => new ChunkStream(db, draft.Id), ImportCulture.ForLanguage(language), Limits, cancellationToken);
        if (head.Problem is not null)
        {
            return await RefuseAsync(head.Problem);
        }

        var state = ImportColumns.Refusal(kind, head.Settings.Columns, head.Columns.Count) is null ? ImportState.Waiting : ImportState.NeedsColumns;
        await db.Imports.Where(import => import.Id == draft.Id).ExecuteUpdateAsync(
            set => set.SetProperty(import => import.Size, size).SetProperty(import => import.Sha256, digest).SetProperty(import => import.Total, size)
                .SetProperty(import => import.Settings, head.Settings).SetProperty(import => import.State, state),
            cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        db.ChangeTracker.Clear();
        queue.Wake(draft.Id);
        return new ImportReceipt(draft.Id, null);

        async Task<ImportReceipt> RefuseAsync(ImportError refusal)
        {
            await transaction.RollbackAsync(CancellationToken.None);
            db.ChangeTracker.Clear();
            return new ImportReceipt(null, refusal);
        }
    }

    /// <summary>The beginning of an import's file under some settings, or its own where they are null; null if there is no such import.</summary>
    public async Task<ImportHead?> HeadAsync(Guid id, ImportSettings? settings, CancellationToken cancellationToken)
    {
        var import = await db.Imports.AsNoTracking().SingleOrDefaultAsync(one => one.Id == id, cancellationToken);
        return import is null
            ? null
            : await HeadReader.ReadAsync(import.Kind, () => new ChunkStream(db, id), (settings ?? import.Settings).Known(), Limits, cancellationToken);
    }

    /// <summary>Has the file checked, or checked again, with these settings.</summary>
    /// <returns>What is wrong with the settings; null where nothing is.</returns>
    /// <exception cref="DbUpdateConcurrencyException">The import is gone or has gone on since <paramref name="version"/>, or is being worked on.</exception>
    public async Task<ImportError?> CheckAsync(Guid id, int version, ImportSettings settings, CancellationToken cancellationToken)
    {
        var import = await FindAsync(id, version, cancellationToken);
        settings = settings.Known();
        var head = await HeadReader.ReadAsync(import.Kind, () => new ChunkStream(db, id), settings, Limits, cancellationToken);
        if (head.Problem is not null)
        {
            return head.Problem;
        }

        if (ImportColumns.Refusal(import.Kind, settings.Columns, head.Columns.Count) is { } refusal)
        {
            return refusal;
        }

        await GoOnAsync(
            db.Imports.Where(one => one.Id == id && one.Version == version
                && (one.State == ImportState.NeedsColumns || one.State == ImportState.Checked || one.State == ImportState.Unreadable || one.State == ImportState.Failed)),
            set => set.SetProperty(one => one.State, ImportState.Waiting).SetProperty(one => one.Settings, settings).SetProperty(one => one.Problem, (ImportError?)null)
                .SetProperty(one => one.FactsChanged, false).SetProperty(one => one.Done, 0).SetProperty(one => one.Total, one => one.Size)
                .SetProperty(one => one.Version, one => one.Version + 1),
            cancellationToken);
        queue.Wake(id);
        return null;
    }

    /// <summary>
    /// Has the checked rows stored, in the background. If facts have changed since the check nothing is stored: the file is checked
    /// anew, and <see cref="Import.FactsChanged"/> says so.
    /// </summary>
    /// <exception cref="InvalidOperationException">Rows are refused, and are not to be left out.</exception>
    /// <exception cref="DbUpdateConcurrencyException">The import is gone or has gone on since <paramref name="version"/>.</exception>
    public async Task ConfirmAsync(Guid id, int version, bool leaveOutRefused, CancellationToken cancellationToken)
    {
        var import = await FindAsync(id, version, cancellationToken);
        if (import.RefusedRows > 0 && !leaveOutRefused)
        {
            throw new InvalidOperationException("Rows of the file are refused; it is stored without them, or not at all.");
        }

        await GoOnAsync(
            db.Imports.Where(one => one.Id == id && one.Version == version && one.State == ImportState.Checked),
            set => set.SetProperty(one => one.State, ImportState.Confirmed).SetProperty(one => one.LeavesOutRefused, leaveOutRefused)
                .SetProperty(one => one.FactsChanged, false).SetProperty(one => one.Done, 0).SetProperty(one => one.Total, one => one.NewRows + one.ChangedRows)
                .SetProperty(one => one.Version, one => one.Version + 1),
            cancellationToken);
        queue.Wake(id);
    }

    /// <summary>Gives an import up and deletes its file and rows. What is stored already stays stored.</summary>
    /// <returns>Whether it was given up; false where there is none, or it was too late.</returns>
    public async Task<bool> CancelAsync(Guid id, CancellationToken cancellationToken)
    {
        var cancelled = await db.Imports.Where(one => one.Id == id && one.State != ImportState.Stored && one.State != ImportState.Cancelled).ExecuteUpdateAsync(
            set => set.SetProperty(one => one.State, ImportState.Cancelled).SetProperty(one => one.Worker, (Guid?)null).SetProperty(one => one.Version, one => one.Version + 1),
            cancellationToken);
        if (cancelled == 0)
        {
            return false;
        }

        await EmptyAsync(id, cancellationToken);
        return true;
    }

    /// <summary>Looks after an import that waits, or whose worker is gone; for pages that show one.</summary>
    public void Wake(Guid id) => queue.Wake(id);

    /// <summary>The records of an import's file as they stand there, the header first.</summary>
    public async IAsyncEnumerable<ImportRecord> RecordsAsync(Guid id, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var settings = await db.Imports.Where(one => one.Id == id).Select(one => one.Settings).SingleOrDefaultAsync(cancellationToken);
        if (settings is null)
        {
            yield break;
        }

        await using var file = new ChunkStream(db, id);
        await using var records = ImportText.ReadAsync(file, settings.Delimiter, Limits, cancellationToken).GetAsyncEnumerator(cancellationToken);
        while (await NextAsync(records))
        {
            yield return records.Current;
        }
    }

    /// <summary>Deletes the organisation's imports that have expired, with their files and rows.</summary>
    public async Task DeleteExpiredAsync(CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var expired = await db.Imports.Where(one => one.ExpiresAt <= now).Select(one => one.Id).ToListAsync(cancellationToken);
        foreach (var id in expired)
        {
            await EmptyAsync(id, cancellationToken);
            await db.Imports.Where(one => one.Id == id).ExecuteDeleteAsync(cancellationToken);
        }
    }

    /// <summary>Deletes an import's file and rows.</summary>
    private async Task EmptyAsync(Guid id, CancellationToken cancellationToken)
    {
        db.Database.SetCommandTimeout(ImportLimits.Statement);
        await db.ImportRows.Where(row => row.ImportId == id).ExecuteDeleteAsync(cancellationToken);
        await db.ImportChunks.Where(chunk => chunk.ImportId == id).ExecuteDeleteAsync(cancellationToken);
        db.Database.SetCommandTimeout((int?)null);
    }

    /// <summary>The next record, if the file can be read so far: one that cannot is an end, and the import says why.</summary>
    private static async ValueTask<bool> NextAsync(IAsyncEnumerator<ImportRecord> records)
    {
        try
        {
            return await records.MoveNextAsync();
        }
        catch (ImportFileException)
        {
            return false;
        }
    }

    /// <summary>The end of a name that is long; nothing of one that is no text.</summary>
    private static string Shortened(string fileName)
    {
        var name = fileName[(fileName.LastIndexOfAny(['/', '\\']) + 1)..].Trim();
        if (name.Length > Import.FileNameLength)
        {
            name = name[^Import.FileNameLength..];
            name = char.IsLowSurrogate(name[0]) ? name[1..] : name;
        }

        return PlainText.Is(name) ? name : "";
    }

    private async Task<Import> FindAsync(Guid id, int version, CancellationToken cancellationToken) =>
        await db.Imports.AsNoTracking().SingleOrDefaultAsync(one => one.Id == id && one.Version == version, cancellationToken)
        ?? throw new DbUpdateConcurrencyException("The import is gone, or has gone on since.");

    private static async Task GoOnAsync(
        IQueryable<Import> import, Action<Microsoft.EntityFrameworkCore.Query.UpdateSettersBuilder<Import>> set, CancellationToken cancellationToken)
    {
        if (await import.ExecuteUpdateAsync(set, cancellationToken) == 0)
        {
            throw new DbUpdateConcurrencyException("The import has gone on since.");
        }
    }

    /// <summary>Stores the file in pieces, and says how large it is and what its digest is, or why it is refused.</summary>
    private async Task<(long Size, string Sha256, ImportError? Problem)> KeepAsync(Import import, Stream file, CancellationToken cancellationToken)
    {
        using var digest = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var size = 0L;
        for (var number = 0; ; number++)
        {
            var buffer = new byte[ImportChunk.Length];
            var read = await file.ReadAtLeastAsync(buffer, buffer.Length, throwOnEndOfStream: false, cancellationToken);
            if (number == 0 && IsUtf16(buffer.AsSpan(0, read)))
            {
                return (0, "", ImportError.Of(ImportErrorCode.FileIsUtf16, null));
            }

            if (read == 0)
            {
                return size == 0 ? (0, "", ImportError.Of(ImportErrorCode.FileEmpty, null)) : (size, Convert.ToHexStringLower(digest.GetHashAndReset()), null);
            }

            size += read;
            if (size > Limits.MaxBytes)
            {
                return (0, "", ImportError.Of(ImportErrorCode.FileTooLarge, null, Limits.MaxMegabytes));
            }

            digest.AppendData(buffer, 0, read);
            db.ImportChunks.Add(new ImportChunk { PartnerId = import.PartnerId, ImportId = import.Id, Number = number, Content = read == buffer.Length ? buffer : buffer[..read] });
            await db.SaveChangesAsync(cancellationToken);
            db.ChangeTracker.Clear();
        }
    }

    /// <summary>Whether a file begins as UTF-16 or UTF-32 do: with their mark, or with every other byte of its first characters zero.</summary>
    private static bool IsUtf16(ReadOnlySpan<byte> beginning) => beginning
        is [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..] or [0, 0, 0xFE, 0xFF, ..] or [not 0, 0, not 0, 0, ..] or [0, not 0, 0, not 0, ..];
}
