namespace CompetencyPortal.Data.PostgreSql.Embedded;

/// <summary>The server's two configuration files, written anew at every start.</summary>
internal sealed record ServerConfiguration(ServerAddress Address, bool Durable)
{
    /// <summary>How a whole cluster is written to disk: where it can be had, by one call instead of one for each of a thousand files.</summary>
    public static string SyncMethod { get; } = OperatingSystem.IsLinux() ? "syncfs" : "fsync";

    public string Settings(string accessFile)
    {
        return $"""
            hba_file = '{Quote(accessFile)}'
            listen_addresses = '{Address.ListenAddresses}'
            port = {Address.Port}
            unix_socket_directories = '{(Address.SocketFolder is null ? "" : Quote($"\"{Address.SocketFolder}\""))}'
            unix_socket_permissions = 0700
            password_encryption = 'scram-sha-256'
            max_connections = 200

            fsync = {OnOff(Durable)}
            synchronous_commit = {OnOff(Durable)}
            full_page_writes = {OnOff(Durable)}
            recovery_init_sync_method = {SyncMethod}
            wal_level = minimal
            max_wal_senders = 0
            max_wal_size = 256MB
            shared_buffers = 128MB
            jit = off

            timezone = 'UTC'
            log_timezone = 'UTC'
            log_checkpoints = off
            # Errors of statements are the program's to report; here they could spell out somebody's data.
            log_min_messages = log
            log_min_error_statement = panic

            """;
    }

    /// <summary>The two roles, with their passwords. Nobody else comes in: the superuser has no password and no line here.</summary>
    public string Access()
    {
        const string roles = $"{Cluster.OwnerRole},{Cluster.AppRole}";
        return Address.SocketFolder is null ? $"host all {roles} 127.0.0.1/32 scram-sha-256\n" : $"local all {roles} scram-sha-256\n";
    }

    private static string OnOff(bool value)
    {
        return value ? "on" : "off";
    }

    private static string Quote(string value)
    {
        return value.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("'", "''", StringComparison.Ordinal);
    }
}
