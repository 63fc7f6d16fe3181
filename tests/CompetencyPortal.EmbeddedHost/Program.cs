using CompetencyPortal.Data.PostgreSql.Embedded;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;

// A portal reduced to its database: starts the embedded server on the folder given, writes one row after the other, and
// says each number once it is acknowledged. It ends in good order when its input ends.
var options = new EmbeddedPostgresOptions { DataFolder = args[0] };
await using EmbeddedPostgres server = await EmbeddedPostgres.StartAsync(
    options, NullLoggerFactory.Instance, TimeProvider.System, CancellationToken.None);

await using NpgsqlDataSource database = NpgsqlDataSource.Create(server.OwnerConnectionString);
await using NpgsqlConnection connection = await database.OpenConnectionAsync();
await using (NpgsqlCommand create = new("create table if not exists written (number bigint generated always as identity)", connection))
{
    await create.ExecuteNonQueryAsync();
}

Task<int> inputEnds = Task.Run(Console.In.Read);
await using NpgsqlCommand insert = new("insert into written default values returning number", connection);
while (!inputEnds.IsCompleted)
{
    await Console.Out.WriteLineAsync($"{await insert.ExecuteScalarAsync()}");
}
