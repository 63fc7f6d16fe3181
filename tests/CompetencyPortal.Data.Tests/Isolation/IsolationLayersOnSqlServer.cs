using System.Data.Common;
using System.Text.RegularExpressions;

using CompetencyPortal.Data.SqlServer;
using CompetencyPortal.Testing.Databases;

using Microsoft.Data.SqlClient;
using Microsoft.EntityFrameworkCore;

namespace CompetencyPortal.Data.Tests.Isolation;

/// <summary>The operator's script in force. A server that speaks the language but knows no security policies cannot be asked.</summary>
public sealed partial class IsolationLayersOnSqlServer(SqlServerFixture server) : IsolationLayerContract(server)
{
    private const int RefusedByBlockPredicate = 33504;

    protected override string SecuredTablesSql => """
        SELECT DISTINCT OBJECT_NAME(p.target_object_id) AS [Value] FROM sys.security_predicates p
        JOIN sys.security_policies s ON s.object_id = p.object_id
        WHERE s.name = N'own_organisation' AND s.is_enabled = 1 AND p.predicate_type_desc = N'FILTER'
        """;

    protected override async Task SecureAsync()
    {
        await using var owner = Database.OpenAsOwner();
        var version = await owner.Database.SqlQueryRaw<string>("SELECT @@VERSION AS [Value]").SingleAsync(Cancellation);
        Assert.SkipWhen(version.Contains("Babelfish", StringComparison.OrdinalIgnoreCase), "The server that speaks SQL Server's protocol knows no security policies.");
        foreach (var batch in BatchEnd().Split(new SqlServerProvider().SecurityScript).Where(batch => !string.IsNullOrWhiteSpace(batch)))
        {
            await owner.Database.ExecuteSqlRawAsync(batch, Cancellation);
        }
    }

    protected override bool IsRefusedByPolicy(DbException exception) => exception is SqlException { Number: RefusedByBlockPredicate };

    [GeneratedRegex(@"^GO\s*$", RegexOptions.Multiline)]
    private static partial Regex BatchEnd();
}
