using System.Diagnostics;
using System.Globalization;

using CompetencyPortal.Data;
using CompetencyPortal.Data.Entities;
using CompetencyPortal.Data.Imports;
using CompetencyPortal.Data.PostgreSql;
using CompetencyPortal.Data.Providers;
using CompetencyPortal.Testing;

using Microsoft.EntityFrameworkCore;

namespace CompetencyPortal.Load;

/// <summary>
/// Brings a file of revenue into an organisation on the embedded database as the portal does: received piece by piece, checked,
/// confirmed and stored, and then brought once more, which changes nothing. Says how long each part took, and the most memory
/// that this process held; the file itself is made as it is read.
/// </summary>
internal static class ImportLoad
{
    public static async Task RunAsync(int lines)
    {
        var folder = Path.Combine(Path.GetTempPath(), $"competencyportal-load-{Guid.CreateVersion7():N}");
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection(new Dictionary<string, string?> { ["Database:Provider"] = "Embedded", ["Database:Embedded:DataFolder"] = folder }).Build();
        var collection = new ServiceCollection().AddLogging();
        collection.AddPortalData(configuration, new EmbeddedProvider());
        await using (var services = collection.BuildServiceProvider())
        {
            var database = services.GetRequiredService<PortalDatabase>();
            await database.StartAsync(CancellationToken.None);
            await DatabaseMigration.ApplyAsync(database, CancellationToken.None);
            var partnerId = await ArrangeAsync(services);
            Console.WriteLine($"{lines} lines; at rest {Megabytes()} MB");
            await BringAsync(services, partnerId, lines, "first");
            await BringAsync(services, partnerId, lines, "again");
        }

        Directory.Delete(folder, recursive: true);
    }

    private static async Task<Guid> ArrangeAsync(ServiceProvider services)
    {
        var partner = Rows.Partner(market: Domain.Competencies.Market.Developed);
        await using var scope = services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<PortalDbContext>();
        await db.EnterPartnerAsync(partner.Id);
        db.Add(partner);
        for (var i = 0; i < RevenueStream.Customers; i++)
        {
            var customer = Rows.Customer(partner, $"Customer {i}", $"C{i}");
            db.Add(customer);
            db.Add(Rows.Association(customer));
        }

        await db.SaveChangesAsync();
        return partner.Id;
    }

    private static async Task BringAsync(ServiceProvider services, Guid partnerId, int lines, string time)
    {
        var (watch, processor) = (Stopwatch.StartNew(), Processor());
        var id = await InScopeAsync(services, partnerId, async (desk, _) =>
            (await desk.ReceiveAsync(ImportKind.Revenue, "load.csv", new RevenueStream(lines), "en", CancellationToken.None)).Id!.Value);
        var received = watch.Elapsed;
        await WorkAsync(services, id);
        var checkedAt = watch.Elapsed;
        var import = await InScopeAsync(services, partnerId, (_, db) => db.Imports.AsNoTracking().SingleAsync(one => one.Id == id));
        await InScopeAsync(services, partnerId, async (desk, _) =>
        {
            await desk.ConfirmAsync(id, import.Version, leaveOutRefused: false, CancellationToken.None);
            return true;
        });
        await WorkAsync(services, id);
        var stored = watch.Elapsed;
        import = await InScopeAsync(services, partnerId, (_, db) => db.Imports.AsNoTracking().SingleAsync(one => one.Id == id));
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{time}: {import.State}, {import.NewRows} new, {import.UnchangedRows} unchanged, {import.Size / 1024.0 / 1024:F1} MB; received {received.TotalSeconds:F1} s, checked {(checkedAt - received).TotalSeconds:F1} s, stored {(stored - checkedAt).TotalSeconds:F1} s, together {stored.TotalSeconds:F1} s ({(Processor() - processor).TotalSeconds:F1} s of them on this process's processor); memory at most {Megabytes()} MB"));
    }

    private static async Task<T> InScopeAsync<T>(ServiceProvider services, Guid partnerId, Func<ImportDesk, PortalDbContext, Task<T>> act)
    {
        await using var scope = services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<PortalDbContext>();
        await db.EnterPartnerAsync(partnerId);
        return await act(scope.ServiceProvider.GetRequiredService<ImportDesk>(), db);
    }

    private static async Task WorkAsync(ServiceProvider services, Guid id)
    {
        await using var scope = services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<ImportWork>().RunAsync(id, CancellationToken.None);
    }

    private static TimeSpan Processor()
    {
        using var process = Process.GetCurrentProcess();
        return process.TotalProcessorTime;
    }

    private static long Megabytes()
    {
        using var process = Process.GetCurrentProcess();
        return process.PeakWorkingSet64 / 1024 / 1024;
    }
}
