using System.Globalization;

using CompetencyPortal.Data.Entities;
using CompetencyPortal.Load.Pages;
using CompetencyPortal.Testing;
using CompetencyPortal.Testing.Databases;

using Microsoft.EntityFrameworkCore;

namespace CompetencyPortal.Load;

/// <summary>
/// Measures the overview, signed in, of a demo organisation with about a hundred revenue lines, beside a bare Razor page on the
/// same database: each in turn for some seconds, round after round, so that both meet the machine in the same mood.
/// </summary>
internal static class OverviewLoad
{
    private const int Rounds = 5;
    private const int Lines = 100;
    private const string Overview = "class=\"competency";
    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan Time = TimeSpan.FromSeconds(3);

    public static async Task RunAsync()
    {
        await using var fixture = new PostgreSqlFixture();
        await using var database = await fixture.CreateAsync();
        await AddRowsAsync(database);
        var settings = new Dictionary<string, string?>(database.Settings) { ["ASPNETCORE_ENVIRONMENT"] = "Development", ["Serilog:MinimumLevel:Default"] = "Warning" };
        var folder = Path.Combine(Checkout.Folder, "src", "CompetencyPortal.Web");
        var built = AppContext.BaseDirectory.Contains("Release", StringComparison.Ordinal) ? "Release" : "Debug";
        using var portal = await ServerProcess.StartAsync(Path.Combine(folder, "bin", built, "net10.0", "CompetencyPortal.Web.dll"), "--urls {address}", settings, folder);
        using var bare = await ServerProcess.StartAsync(Path.Combine(AppContext.BaseDirectory, "CompetencyPortal.Load.dll"), $"{BarePage.Verb} {{address}}", settings, AppContext.BaseDirectory);
        var (account, lines) = await AdminAsync(database);
        var cookie = await Visitor.SignInAsync(portal.Address, account);

        // What runs often is compiled anew and better, while it runs.
        await WrittenAsync(WarmUp);
        await OverviewAsync(WarmUp);
        await BareAsync(WarmUp);
        var (ratios, written) = (new List<double>(), new List<double>());
        for (var round = 1; round <= Rounds; round++)
        {
            var (anew, again, beside) = (await WrittenAsync(Time), await OverviewAsync(Time), await BareAsync(Time));
            written.Add(anew.PerSecond / beside.PerSecond);
            ratios.Add(again.PerSecond / beside.PerSecond);
            Say($"round {round}: bare page {beside}; overview {again}, ratio {ratios[^1]:F2}; written anew each time {anew}, ratio {written[^1]:F2}");
        }

        ratios.Sort();
        written.Sort();
        Say($"overview of {lines} lines to bare page, requests per second: {ratios[Rounds / 2]:F2} (median of {Rounds} rounds, {ratios[0]:F2} to {ratios[^1]:F2}); written anew each time {written[Rounds / 2]:F2}; built for {built}");

        Task<Turn> OverviewAsync(TimeSpan time) => Turn.TakeAsync(portal, cookie, _ => "", Overview, time);

        // Another address each time, so that the page as it was written before is not found; the standings are.
        Task<Turn> WrittenAsync(TimeSpan time) => Turn.TakeAsync(portal, cookie, number => $"?number={Guid.CreateVersion7():N}-{number}", Overview, time);
        Task<Turn> BareAsync(TimeSpan time) => Turn.TakeAsync(bare, null, _ => "", "<table>", time);
    }

    private static async Task AddRowsAsync(TestDatabase database)
    {
        string[] countries = ["AT", "BE", "DK", "FI", "FR", "DE", "IE", "IT", "NL", "NO", "PT", "ES"];
        await using var db = await database.OpenAsync();
        db.AddRange(countries.Take(BareModel.Count).Select(country => Rows.CountryMarket(country, new DateOnly(2001, 2, 3), null)));
        await db.SaveChangesAsync();
    }

    /// <summary>The admin of the demo organisation whose number of lines is nearest to <see cref="Lines"/>.</summary>
    private static async Task<(Guid Account, int Lines)> AdminAsync(TestDatabase database)
    {
        await using var db = database.OpenAsOwner();
        var organisations = await db.RevenueLines.IgnoreQueryFilters().GroupBy(line => line.PartnerId)
            .Select(lines => new { PartnerId = lines.Key, Count = lines.Count() }).ToListAsync();
        var chosen = organisations.MinBy(one => Math.Abs(one.Count - Lines))!;
        var account = await db.Users.Where(user => user.PartnerId == chosen.PartnerId && user.Role == PortalRole.PartnerAdmin).Select(user => user.Id).FirstAsync();
        return (account, chosen.Count);
    }

    private static void Say(FormattableString text) => Console.WriteLine(text.ToString(CultureInfo.InvariantCulture));
}
