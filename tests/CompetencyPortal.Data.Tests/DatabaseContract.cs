using CompetencyPortal.Testing.Databases;

namespace CompetencyPortal.Data.Tests;

/// <summary>What every provider keeps to: written once, run against each on a database of the test's own.</summary>
public abstract class DatabaseContract(DatabaseFixture server) : IAsyncLifetime
{
    private TestDatabase? _database;

    protected DatabaseFixture Server => server;

    protected TestDatabase Database => _database ?? throw new InvalidOperationException("The test's database has not been created.");

    protected static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        Assert.SkipWhen(server.WhySkipped is not null, server.WhySkipped ?? "");
        _database = await server.CreateAsync();
    }

    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        if (_database is not null)
        {
            await _database.DisposeAsync();
        }
    }

    /// <summary>Saves rows within the scope of an organisation, or of none.</summary>
    protected async Task SaveAsync(Guid? partnerId, params object[] rows)
    {
        await using var db = await Database.OpenAsync(partnerId);
        db.AddRange(rows);
        await db.SaveChangesAsync(Cancellation);
    }
}
