using System.Diagnostics;
using System.Globalization;
using System.Net;

namespace CompetencyPortal.Load;

/// <summary>What one page bore for some seconds.</summary>
/// <param name="PerSecond">Requests that were answered in a second.</param>
/// <param name="Processor">The server's own processor time for one request.</param>
internal sealed record Turn(double PerSecond, TimeSpan Processor)
{
    private const int Connections = 8;

    /// <summary>Asks for a page over and over on several connections at once; each answer must be the page itself.</summary>
    /// <exception cref="InvalidOperationException">An answer was not the page.</exception>
    /// <param name="server">Who is asked.</param>
    /// <param name="cookie">The cookies to bring; null for none.</param>
    /// <param name="address">What to ask for; it may differ from one request to the next.</param>
    /// <param name="mark">What the page has in it.</param>
    /// <param name="time">How long to go on.</param>
    public static async Task<Turn> TakeAsync(ServerProcess server, string? cookie, Func<int, string> address, string mark, TimeSpan time)
    {
        using var client = new HttpClient(new SocketsHttpHandler { MaxConnectionsPerServer = Connections, UseCookies = false, AllowAutoRedirect = false })
        {
            BaseAddress = server.Address,
        };
        if (cookie is not null)
        {
            client.DefaultRequestHeaders.Add("Cookie", cookie);
        }

        var answered = 0;
        var used = server.Used;
        var clock = Stopwatch.StartNew();
        await Task.WhenAll(Enumerable.Range(0, Connections).Select(_ => AskAsync()));
        return new Turn(answered / clock.Elapsed.TotalSeconds, (server.Used - used) / answered);

        async Task AskAsync()
        {
            while (clock.Elapsed < time)
            {
                using var answer = await client.GetAsync(new Uri(address(answered), UriKind.Relative));
                var html = await answer.Content.ReadAsStringAsync();
                if (answer.StatusCode is not HttpStatusCode.OK || !html.Contains(mark, StringComparison.Ordinal))
                {
                    throw new InvalidOperationException($"{server.Address} answered {(int)answer.StatusCode}, not the page that is measured.");
                }

                Interlocked.Increment(ref answered);
            }
        }
    }

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{PerSecond:F0}/s ({Processor.TotalMicroseconds:F0} µs of the server's processor each)");
}
