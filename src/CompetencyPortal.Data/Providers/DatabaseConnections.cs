using Microsoft.Extensions.Configuration;

namespace CompetencyPortal.Data.Providers;

/// <summary>The two ways into the database.</summary>
/// <param name="Application">As the application's role, which owns nothing.</param>
/// <param name="Owner">As the role that migrates; null where the program has no business doing so.</param>
/// <param name="Server">The server, where the program runs it; stopped with the program.</param>
public sealed record DatabaseConnections(string Application, string? Owner, IAsyncDisposable? Server = null)
{
    /// <summary>Reads <c>ConnectionString</c> and <c>OwnerConnectionString</c>; an operator's program may know the latter alone.</summary>
    /// <exception cref="DatabaseStartException">There is no connection string.</exception>
    public static DatabaseConnections From(IConfiguration section)
    {
        var owner = section["OwnerConnectionString"];
        var application = section["ConnectionString"] ?? owner
            ?? throw new DatabaseStartException("Database:ConnectionString is not set. Set it, or choose Embedded as Database:Provider.");
        return new DatabaseConnections(application, owner);
    }
}
