using System.Runtime.Versioning;
using CompetencyPortal.Data.PostgreSql.Embedded;
using Npgsql;

namespace CompetencyPortal.Data.Tests.Embedded;

/// <summary>Who comes in, by which way, and what they may do there.</summary>
public sealed class EmbeddedPostgresAccessTests(EmbeddedPostgresAccessTests.Running running)
    : IClassFixture<EmbeddedPostgresAccessTests.Running>
{
    [Fact]
    public async Task StartAsync_WhenTheFolderAllowsASocket_ListensOnNoAddressAtAll()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has the loopback address instead.");
        Assert.Equal("", await Portal.QueryAsync(running.Server.OwnerConnectionString, "show listen_addresses"));
    }

    [Fact]
    public async Task AppConnectionString_IsOfARoleThatOwnsNothingAndMakesNothing()
    {
        Assert.Equal(false, await Portal.QueryAsync(running.Server.AppConnectionString,
            "select rolsuper or rolcreaterole or rolcreatedb or rolbypassrls or rolreplication from pg_roles where rolname = current_user"));
        foreach (string statement in new[]
        {
            "create table t (n int)", "create temporary table t (n int)", "create schema s", "create role r", "create database d",
        })
        {
            var denied = await Assert.ThrowsAsync<PostgresException>(() => Portal.QueryAsync(running.Server.AppConnectionString, statement));
            Assert.Equal(PostgresErrorCodes.InsufficientPrivilege, denied.SqlState);
        }
    }

    [Fact]
    public async Task OwnerConnectionString_IsOfARoleThatOwnsTheDatabaseAndNoMore()
    {
        Assert.Equal("competencyportal_owner", await Portal.QueryAsync(running.Server.OwnerConnectionString,
            "select rolname from pg_database join pg_roles on pg_roles.oid = datdba where datname = current_database()"));
        Assert.Equal(false, await Portal.QueryAsync(running.Server.OwnerConnectionString,
            "select rolsuper or rolcreaterole or rolcreatedb or rolbypassrls or rolreplication from pg_roles where rolname = current_user"));
    }

    [Theory]
    [InlineData("postgres", "")]
    [InlineData("competencyportal_app", "a guess")]
    public async Task StartAsync_LetsNobodyInWithoutARolesPassword(string role, string password)
    {
        var stranger = new NpgsqlConnectionStringBuilder(running.Server.AppConnectionString) { Username = role, Password = password };

        var denied = await Assert.ThrowsAsync<PostgresException>(() => Portal.QueryAsync(stranger.ConnectionString, "select 1"));

        Assert.StartsWith("28", denied.SqlState, StringComparison.Ordinal);
    }

    [Fact]
    [UnsupportedOSPlatform("windows")]
    public void StartAsync_KeepsThePasswordsFromOthers()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows keeps the user's folder for application data from others as a whole.");
        const UnixFileMode others = (UnixFileMode)0b111_111;
        Assert.Equal(UnixFileMode.None, File.GetUnixFileMode(running.Sub("cluster", "passwords.json")) & others);
        Assert.Equal(UnixFileMode.None, File.GetUnixFileMode(running.Sub("cluster", "server")) & others);
    }

    public sealed class Running : IAsyncLifetime
    {
        private readonly TemporaryFolder _folder = new();
        private EmbeddedPostgres? _server;

        public EmbeddedPostgres Server => _server!;

        public async ValueTask InitializeAsync()
        {
            _server = await Portal.StartAsync(_folder.Path);
        }

        public string Sub(params string[] names)
        {
            return _folder.Sub(names);
        }

        public async ValueTask DisposeAsync()
        {
            if (_server is not null)
            {
                await _server.DisposeAsync();
            }

            _folder.Dispose();
        }
    }
}
