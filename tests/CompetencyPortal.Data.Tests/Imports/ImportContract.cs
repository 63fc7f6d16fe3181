using System.Text;

using CompetencyPortal.Data.Entities;
using CompetencyPortal.Data.Imports;
using CompetencyPortal.Testing;
using CompetencyPortal.Testing.Databases;

using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CompetencyPortal.Data.Tests.Imports;

/// <summary>What tests of imports have in common: an organisation, and the way of a file into its facts.</summary>
public abstract class ImportContract(DatabaseFixture server) : DatabaseContract(server)
{
    protected static readonly DateOnly Day = new(2026, 3, 1);

    protected async Task<Partner> PartnerAsync(params Func<Partner, object>[] rows)
    {
        var partner = Rows.Partner();
        await SaveAsync(partner.Id, partner);
        await SaveAsync(partner.Id, [.. rows.Select(row => row(partner))]);
        return partner;
    }

    /// <summary>Does something in a request of the organisation's admin.</summary>
    protected async Task<T> InRequestAsync<T>(Partner partner, Func<ImportDesk, PortalDbContext, Task<T>> act)
    {
        await using var request = Database.BeginRequest();
        var db = request.ServiceProvider.GetRequiredService<PortalDbContext>();
        await db.EnterPartnerAsync(partner.Id, Cancellation);
        return await act(request.ServiceProvider.GetRequiredService<ImportDesk>(), db);
    }

    protected Task<ImportReceipt> ReceiveAsync(Partner partner, ImportKind kind, string text, string language = "en") =>
        ReceiveAsync(partner, kind, Encoding.UTF8.GetBytes(text), language);

    protected Task<ImportReceipt> ReceiveAsync(Partner partner, ImportKind kind, byte[] file, string language = "en") =>
        InRequestAsync(partner, (desk, _) => desk.ReceiveAsync(kind, "file.csv", new MemoryStream(file), language, Cancellation));

    /// <summary>Brings a file and lets it be checked.</summary>
    protected async Task<Import> BringAsync(Partner partner, ImportKind kind, string text, string language = "en")
    {
        var receipt = await ReceiveAsync(partner, kind, text, language);
        Assert.Null(receipt.Problem);
        await WorkAsync(receipt.Id!.Value);
        return await ImportAsync(partner, receipt.Id.Value);
    }

    /// <summary>Confirms an import and lets it be stored.</summary>
    protected async Task<Import> ConfirmAsync(Partner partner, Import import, bool leaveOutRefused = false)
    {
        await InRequestAsync(partner, async (desk, _) =>
        {
            await desk.ConfirmAsync(import.Id, import.Version, leaveOutRefused, Cancellation);
            return true;
        });
        await WorkAsync(import.Id);
        return await ImportAsync(partner, import.Id);
    }

    protected async Task<Import> StoreAsync(Partner partner, ImportKind kind, string text, string language = "en")
    {
        var import = await BringAsync(partner, kind, text, language);
        Assert.Equal(ImportState.Checked, import.State);
        Assert.Equal((import.Id, 0), (import.Id, import.RefusedRows));
        var stored = await ConfirmAsync(partner, import);
        Assert.Equal(ImportState.Stored, stored.State);
        return stored;
    }

    protected async Task WorkAsync(Guid id)
    {
        await using var worker = Database.BeginRequest();
        await worker.ServiceProvider.GetRequiredService<ImportWork>().RunAsync(id, Cancellation);
    }

    protected Task<Import> ImportAsync(Partner partner, Guid id) =>
        InRequestAsync(partner, (_, db) => db.Imports.AsNoTracking().SingleAsync(import => import.Id == id, Cancellation));

    protected Task<List<ImportRow>> RowsAsync(Partner partner, Import import) => InRequestAsync(
        partner, (_, db) => db.ImportRows.AsNoTracking().Where(row => row.ImportId == import.Id).OrderBy(row => row.Number).ToListAsync(Cancellation));

    protected Task<List<TRow>> AllAsync<TRow>(Partner partner)
        where TRow : class =>
        InRequestAsync(partner, (_, db) => db.Set<TRow>().AsNoTracking().ToListAsync(Cancellation));

    protected Task<long> FactsVersionAsync(Partner partner) =>
        InRequestAsync(partner, (_, db) => db.Partners.Select(row => row.FactsVersion).SingleAsync(Cancellation));

    protected static (int New, int Changed, int Unchanged, int Refused) Counts(Import import) =>
        (import.NewRows, import.ChangedRows, import.UnchangedRows, import.RefusedRows);

    protected static IEnumerable<(int Line, ImportErrorCode Code, ImportColumn? Column)> Errors(IEnumerable<ImportRow> rows) =>
        rows.SelectMany(row => row.Errors.Select(error => (row.Line, error.Code, error.Column)));
}
