using System.Security.Cryptography;
using System.Text.Json;

namespace CompetencyPortal.Data.PostgreSql.Embedded;

/// <summary>The passwords of the two database roles: random, made once, readable by the program's user alone, never logged.</summary>
internal sealed class RolePasswords
{
    public required string Owner { get; init; }

    public required string App { get; init; }

    public static RolePasswords Create()
    {
        return new RolePasswords { Owner = RandomNumberGenerator.GetHexString(48), App = RandomNumberGenerator.GetHexString(48) };
    }

    public static RolePasswords Read(string file)
    {
        return JsonSerializer.Deserialize<RolePasswords>(File.ReadAllBytes(file))
            ?? throw new EmbeddedPostgresException($"{file} holds no passwords.");
    }

    public void Write(string file)
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        using var stream = new FileStream(file, options);
        JsonSerializer.Serialize(stream, this);
        stream.Flush(flushToDisk: true);
    }
}
