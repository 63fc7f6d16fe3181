using CompetencyPortal.Testing;
using CompetencyPortal.Web.Infrastructure;

using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

using Serilog;

namespace CompetencyPortal.Web.Tests.Hosting;

/// <summary>What the portal's own log writes as it is configured, into a file instead of the console.</summary>
public sealed class LogFile : IDisposable
{
    private readonly string _path = Path.Combine(Path.GetTempPath(), $"competencyportal-log-{Guid.CreateVersion7():N}.json");
    private readonly IConfiguration _configuration;

    /// <param name="environment">Whose settings apply besides.</param>
    /// <param name="settings">What is set otherwise.</param>
    public LogFile(string? environment = null, params IEnumerable<KeyValuePair<string, string?>> settings)
    {
        var folder = Path.Combine(Checkout.Folder, "src", "CompetencyPortal.Web");
        var builder = new ConfigurationBuilder().AddJsonFile(Path.Combine(folder, "appsettings.json"));
        if (environment is not null)
        {
            builder.AddJsonFile(Path.Combine(folder, $"appsettings.{environment}.json"));
        }

        _configuration = builder
            .AddInMemoryCollection([.. settings, new("Serilog:WriteTo:Console:Name", "File"), new("Serilog:WriteTo:Console:Args:path", _path)])
            .Build();
    }

    /// <summary>A log that keeps all that anything says.</summary>
    public static LogFile OfEverything(string? environment = null) => new(
        environment,
        new[] { "Default", "Override:Microsoft", "Override:System", "Override:Microsoft.EntityFrameworkCore.Database.Command", "Override:Microsoft.Hosting.Lifetime", "Override:Microsoft.AspNetCore.DataProtection" }
            .Select(level => KeyValuePair.Create($"Serilog:MinimumLevel:{level}", (string?)"Verbose")));

    /// <summary>Lets a portal write it; every event is there as soon as it was logged.</summary>
    public void WriteFrom(IServiceCollection services) =>
        services.AddLogging(logging => logging.AddSerilog(LoggingRegistration.CreateLogger(_configuration), dispose: true));

    public async Task<string> ReadAsync()
    {
        using var reader = new StreamReader(new FileStream(_path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite));
        return await reader.ReadToEndAsync(TestContext.Current.CancellationToken);
    }

    public async Task<string[]> ReadLinesAsync() => (await ReadAsync()).Split('\n', StringSplitOptions.RemoveEmptyEntries);

    public void Dispose() => File.Delete(_path);
}
