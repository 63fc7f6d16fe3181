using Xunit;

namespace CompetencyPortal.Testing.Databases;

/// <summary>A database server that tests run on. Each test creates a database of its own and drops it.</summary>
public abstract class DatabaseFixture : IAsyncLifetime
{
    /// <summary>The value of <c>Database:Provider</c>.</summary>
    public abstract string ProviderName { get; }

    /// <summary>Why tests on this server are skipped here; null if they run.</summary>
    public virtual string? WhySkipped => null;

    /// <summary>A database at the program's version, with nothing in it but what is built in.</summary>
    public abstract Task<TestDatabase> CreateAsync();

    /// <summary>A database with nothing in it, not even tables; it knows its owner alone.</summary>
    public abstract Task<TestDatabase> CreateEmptyAsync();

    public virtual ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public virtual ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        return ValueTask.CompletedTask;
    }
}
