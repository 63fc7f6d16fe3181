using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;

using CompetencyPortal.Data;
using CompetencyPortal.Data.Entities;
using CompetencyPortal.Data.Revenue;
using CompetencyPortal.Testing;
using CompetencyPortal.Testing.Databases;

using Microsoft.EntityFrameworkCore;

namespace CompetencyPortal.Load;

/// <summary>
/// Measures the list of revenue of one organisation that has 200,000 lines, on PostgreSQL, as its admin meets it: every order from
/// both ends and in the middle, every filter, and every answer about a threshold. Requests follow one another; what is measured
/// is the time until the whole page has come.
/// </summary>
internal static partial class ListLoad
{
    private const int Lines = 200_000;
    private const int Customers = 300;
    private const int WarmUps = 3;
    private const int Times = 15;
    private const double Bar = 100;
    private const int Acted = 20_000;

    private static readonly string[] Columns = ["date", "customer", "product", "business", "reference", "amount"];

    public static async Task RunAsync()
    {
        await using var fixture = new PostgreSqlFixture();
        await using var database = await fixture.CreateAsync();
        var settings = new Dictionary<string, string?>(database.Settings) { ["ASPNETCORE_ENVIRONMENT"] = "Development", ["Serilog:MinimumLevel:Default"] = "Warning" };
        var folder = Path.Combine(Checkout.Folder, "src", "CompetencyPortal.Web");
        var built = AppContext.BaseDirectory.Contains("Release", StringComparison.Ordinal) ? "Release" : "Debug";
        using var portal = await ServerProcess.StartAsync(Path.Combine(folder, "bin", built, "net10.0", "CompetencyPortal.Web.dll"), "--urls {address}", settings, folder);
        var (partner, account) = await FillAsync(database);
        await ExplainAsync(database, partner);
        var cookie = await Visitor.SignInAsync(portal.Address, account);
        using var client = new HttpClient(new SocketsHttpHandler { UseCookies = false, AllowAutoRedirect = false })
        {
            BaseAddress = portal.Address,
            DefaultRequestHeaders = { { "Cookie", cookie } },
        };

        var medians = new List<double>();
        foreach (var (name, query) in await AskedAsync(client))
        {
            var times = new List<double>();
            for (var i = 0; i < WarmUps + Times; i++)
            {
                var clock = Stopwatch.StartNew();
                await OpenAsync(client, query);
                times.Add(clock.Elapsed.TotalMilliseconds);
            }

            var first = times[0];
            times = [.. times.Skip(WarmUps).Order()];
            medians.Add(times[Times / 2]);
            Say($"{name,-44} median {times[Times / 2],6:F1} ms, from {times[0],6:F1} to {times[^1],6:F1}, the first {first,7:F1}{(times[Times / 2] > Bar ? "  over the bar" : "")}");
        }

        Say($"{medians.Count(median => median > Bar)} of {medians.Count} pages over {Bar} ms at the median; built for {built}");
        await ActAsync(database, partner);
    }

    /// <summary>Edits, deletes and brings back 20,000 lines at once.</summary>
    private static async Task ActAsync(TestDatabase database, Guid partner)
    {
        await using var db = await database.OpenAsync(partner);
        async Task<List<ChosenLine>> ChooseAsync() =>
            await db.RevenueLines.OrderBy(line => line.Id).Take(Acted).Select(line => new ChosenLine(line.Id, line.Version)).ToListAsync();
        var bulk = new BulkLines(db, TimeProvider.System);
        var undo = new BulkUndo(db, TimeProvider.System);
        var chosen = await ChooseAsync();
        var day = new BulkEdit(null, null, new DateOnly(2026, 7, 7), null);
        var edited = await TimeAsync("edited", () => bulk.ActAsync(chosen, day, CancellationToken.None));
        await TimeAsync("given back their values", () => undo.UndoAsync(edited.Change!.Id, CancellationToken.None));
        chosen = await ChooseAsync();
        var deleted = await TimeAsync("deleted", () => bulk.ActAsync(chosen, null, CancellationToken.None));
        await TimeAsync("brought back", () => undo.UndoAsync(deleted.Change!.Id, CancellationToken.None));
    }

    private static async Task<T> TimeAsync<T>(string act, Func<Task<T>> work)
    {
        var clock = Stopwatch.StartNew();
        var result = await work();
        Say($"{Acted} lines {act} in {clock.Elapsed.TotalSeconds:F1} s; {GC.GetTotalMemory(forceFullCollection: false) / 1_000_000} MB in use");
        return result;
    }

    /// <summary>What is asked for, by name.</summary>
    private static async Task<List<(string Name, string Query)>> AskedAsync(HttpClient client)
    {
        var first = await OpenAsync(client, "");
        var product = Choice(first, "product");
        var customer = Choice(first, "customer");
        var asked = new List<(string, string)> { ("first page", "") };
        foreach (var column in Columns)
        {
            asked.Add(($"by {column}", $"?sort={column}"));
            asked.Add(($"by {column}, the other way round", $"?sort=-{column}"));
            asked.Add(($"by {column}, the last page", $"?sort={column}&at=end"));
            var middle = await OpenAsync(client, $"?sort={column}&{MiddleOf(column, product)}");
            asked.Add(($"by {column}, a page in the middle", $"?sort={column}&at={Uri.EscapeDataString(Bookmark().Match(middle).Groups[1].Value)}"));
        }

        asked.AddRange(
        [
            ("a product", $"?product={product}"), ("a customer", $"?customer={customer}"), ("net new", "?netNew=true"), ("existing business", "?netNew=false"),
            ("credits", "?credit=true"), ("a month", "?from=2026-03-01&until=2026-03-31"), ("a year", "?from=2026-01-01&until=2026-12-31"),
            ("searched, found often", "?search=customer 1"), ("searched, found once", "?search=INV-77777"), ("a customer's credits of a year", $"?customer={customer}&credit=true&from=2026-01-01&until=2026-12-31"),
        ]);
        var threshold = Choice(first, "threshold");
        foreach (var column in Columns)
        {
            asked.Add(($"with an answer, by {column}", $"?threshold={threshold}&sort={column}"));
        }

        foreach (var answer in (string[])["counted", "not-counted", "product", "net-new", "window", "association"])
        {
            asked.Add(($"answered {answer}", $"?threshold={threshold}&answer={answer}"));
        }

        return asked;
    }

    /// <summary>A filter whose first row lies in the middle of the whole list, to take its bookmark from.</summary>
    private static string MiddleOf(string column, string product) => column switch
    {
        "date" => "until=2025-11-20&sort=-date",
        "product" => $"product={product}",
        "business" => "netNew=true",
        _ => "at=end",
    };

    private static string Choice(string page, string select)
    {
        var options = Regex.Match(page, $"""<select[^>]* id="{select}".*?</select>""", RegexOptions.Singleline).Value;
        return Uri.EscapeDataString(WebUtility.HtmlDecode(Regex.Matches(options, """value="([^"]+)""")[1].Groups[1].Value));
    }

    private static async Task<string> OpenAsync(HttpClient client, string query)
    {
        using var answer = await client.GetAsync(new Uri("revenue" + query, UriKind.Relative));
        var page = await answer.Content.ReadAsStringAsync();
        return answer.StatusCode is HttpStatusCode.OK && page.Contains("list-sums", StringComparison.Ordinal)
            ? page
            : throw new InvalidOperationException($"/revenue{query} was answered with {(int)answer.StatusCode}, not the list.");
    }

    /// <summary>Gives the demo organisation that has the most lines 200,000 of them, and 300 customers.</summary>
    private static async Task<(Guid Partner, Guid Account)> FillAsync(TestDatabase database)
    {
        await using var db = database.OpenAsOwner();
        db.Database.SetCommandTimeout(TimeSpan.FromMinutes(5));
        var largest = await db.RevenueLines.IgnoreQueryFilters().GroupBy(line => line.PartnerId).OrderByDescending(lines => lines.Count()).Select(lines => lines.Key).FirstAsync();
        await db.Database.ExecuteSqlAsync($"""
            INSERT INTO "Customers" ("Id", "PartnerId", "Name", "CodeKey", "Version")
            SELECT id, {largest}, 'Load customer ' || number, ' ' || replace(id::text, '-', ''), 1
            FROM (SELECT gen_random_uuid() AS id, number FROM generate_series(1, {Customers}) AS number)
            """);
        await db.Database.ExecuteSqlAsync($"""
            INSERT INTO "RevenueLines" ("Id", "PartnerId", "CustomerId", "Product", "Date", "Amount", "NetNew", "Reference", "ReferenceKey", "Version")
            SELECT id, {largest}, customers.ids[1 + floor(random() * cardinality(customers.ids))], products.codes[1 + floor(random() * cardinality(products.codes))],
                   DATE '2024-01-01' + floor(random() * 1050)::int, round((random() * 20000 - 1000)::numeric, 2), random() < 0.5,
                   CASE WHEN number % 2 = 0 THEN 'INV-' || number END, CASE WHEN number % 2 = 0 THEN 'INV-' || number ELSE ' ' || replace(id::text, '-', '') END, 1
            FROM (SELECT gen_random_uuid() AS id, number FROM generate_series(1, {Lines}) AS number) AS lines,
                 (SELECT array_agg("Id") AS ids FROM "Customers" WHERE "PartnerId" = {largest}) AS customers,
                 (SELECT array_agg(DISTINCT "Product") AS codes FROM "RevenueLines") AS products
            """);
        await db.Database.ExecuteSqlAsync($"""UPDATE "Partners" SET "FactsVersion" = "FactsVersion" + 1 WHERE "Id" = {largest}""");
        await db.Database.ExecuteSqlAsync($"VACUUM ANALYZE");
        var account = await db.Users.Where(user => user.PartnerId == largest && user.Role == PortalRole.PartnerAdmin).Select(user => user.Id).FirstAsync();
        return (largest, account);
    }

    /// <summary>Prints how the database finds the pages, as the application's role, which the rows' security binds.</summary>
    private static async Task ExplainAsync(TestDatabase database, Guid partner)
    {
        if (Environment.GetEnvironmentVariable("COMPETENCYPORTAL_LOAD_PLANS") is not { Length: > 0 })
        {
            return;
        }

        await using var db = await database.OpenAsync(partner);
        var middle = await db.RevenueLines.OrderBy(line => line.Id).Skip(Lines / 2).Include(line => line.Customer).AsNoTracking().FirstAsync();
        foreach (var column in Enum.GetValues<LineColumn>())
        {
            var order = LineOrder.Of(column, isDescending: false);
            await ExplainAsync(db, $"{column}, first page", order.Take(db.RevenueLines, null, isBackwards: false, 51));
            await ExplainAsync(db, $"{column}, in the middle", order.Take(db.RevenueLines, new(middle.Id, Data.Listing.KeyReaders.Write(column switch
            {
                LineColumn.Date => middle.Date,
                LineColumn.Customer => middle.Customer!.Name,
                LineColumn.Product => middle.Product,
                LineColumn.Business => middle.NetNew,
                LineColumn.Amount => middle.Amount,
                LineColumn.Reference => middle.ReferenceKey,
            })), isBackwards: false, 51));
        }

        await ExplainAsync(db, "sums", db.RevenueLines.GroupBy(_ => 1)
            .Select(all => new { Count = all.Count(), Sum = all.Sum(line => line.Amount), NetNew = all.Sum(line => line.NetNew ? line.Amount : 0), Credits = all.Sum(line => line.Amount < 0 ? line.Amount : 0) }));
    }

    private static async Task ExplainAsync<T>(PortalDbContext db, string name, IQueryable<T> query)
    {
        await db.Database.OpenConnectionAsync();
        await using var command = query.CreateDbCommand();
        command.CommandText = "EXPLAIN (ANALYZE, BUFFERS) " + command.CommandText;
        Say($"--- {name}");
        await using var plan = await command.ExecuteReaderAsync();
        while (await plan.ReadAsync())
        {
            Say($"{plan.GetString(0)}");
        }
    }

    private static void Say(FormattableString text) => Console.WriteLine(text.ToString(CultureInfo.InvariantCulture));

    [GeneratedRegex("""at=((?:before|after)\.[^"&]+)""")]
    private static partial Regex Bookmark();
}
