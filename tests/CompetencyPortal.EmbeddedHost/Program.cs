using CompetencyPortal.Data.PostgreSql.Embedded;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;

// A portal reduced to its database: starts the embedded server on the folder given, writes one row after the other, and
// says each number once it is acknowledged. A write that fails is let go. It ends in good order when its input ends.
var options = new EmbeddedPostgresOptions { DataFolder = args[0] };
await using EmbeddedPostgres server = await EmbeddedPostgres.StartAsync(
    options, NullLoggerFactory.Instance, TimeProvider.System, CancellationToken.None);

await using NpgsqlDataSource database = NpgsqlDataSource.Create(server.OwnerConnectionString);
await using (NpgsqlCommand create = database.CreateCommand("create table if not exists written (number bigint generated always as identity)"))
{
    await create.ExecuteNonQueryAsync();
}

Task<int> inputEnds = Task.Run(Console.In.Read);
while (!inputEnds.IsCompleted)
{
    try
    {
        await using NpgsqlCommand insert = database.CreateCommand("insert into written default values returning number");
        await Console.Out.WriteLineAsync($"{await insert.ExecuteScalarAsync()}");
    }
    catch (NpgsqlException)
    {
        await Task.Delay(10);
    }
}
