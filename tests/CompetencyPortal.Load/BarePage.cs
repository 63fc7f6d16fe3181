using CompetencyPortal.Data;
using CompetencyPortal.Data.PostgreSql;

namespace CompetencyPortal.Load;

/// <summary>
/// What the portal's pages are measured against: a Razor page and nothing around it, that reads 12 rows through a pooled
/// context, by a compiled query, without tracking.
/// </summary>
internal static class BarePage
{
    public const string Verb = "bare";

    public static async Task ServeAsync(string address)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls(address);
        builder.Services.AddPortalData(builder.Configuration, new PostgreSqlProvider());
        builder.Services.AddRazorPages();
        var app = builder.Build();
        app.MapRazorPages();
        await app.RunAsync();
    }
}
