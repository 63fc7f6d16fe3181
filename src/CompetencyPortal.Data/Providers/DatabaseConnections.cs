using Microsoft.Extensions.Configuration;

namespace CompetencyPortal.Data.Providers;

/// <summary>The two ways into the database.</summary>
/// <param name="Application">As the application's role, which owns nothing.</param>
/// <param name="Owner">As the role that migrates; null where the program has no business doing so.</param>
public sealed record DatabaseConnections(string Application, string? Owner)
{
    /// <summary>Reads <c>ConnectionString</c> and <c>OwnerConnectionString</c>.</summary>
    /// <exception cref="InvalidOperationException">There is no connection string.</exception>
    public static DatabaseConnections From(IConfiguration section)
    {
        var owner = section["OwnerConnectionString"];
        var application = section["ConnectionString"] ?? owner
            ?? throw new InvalidOperationException("Database:ConnectionString is not set; set it, or choose Database:Provider Embedded.");
        return new DatabaseConnections(application, owner);
    }
}
