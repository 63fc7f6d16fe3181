using CompetencyPortal.Data.Rules;

using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;

namespace CompetencyPortal.Data.Providers;

/// <summary>The operator's act: brings the database to this program's version, as the role that owns the tables.</summary>
public static class DatabaseMigration
{
    /// <summary>Applies the pending migrations and stores what is built in; doing it again changes nothing.</summary>
    /// <returns>The names of the migrations applied.</returns>
    public static async Task<IReadOnlyList<string>> ApplyAsync(PortalDatabase database, CancellationToken cancellationToken)
    {
        await using var db = database.CreateOwnerContext();
        var pending = (await db.Database.GetPendingMigrationsAsync(cancellationToken)).ToList();
        await db.Database.MigrateAsync(cancellationToken);
        await RulebookSeed.ApplyAsync(db, db.GetService<TimeProvider>().GetUtcNow(), cancellationToken);
        return pending;
    }
}
