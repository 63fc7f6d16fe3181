using CompetencyPortal.Data.Sessions;
using Microsoft.Extensions.Caching.Memory;
using Microsoft.Extensions.Options;

namespace CompetencyPortal.Web.Infrastructure.Remembering;

/// <summary>
/// Pages as they were written for one session, by everything that they are made of: as long as nothing of it changes, the next
/// request for the page is given the same.
/// </summary>
public sealed class RememberedPages(IOptions<RememberedPageOptions> options) : IDisposable
{
    private static readonly TimeSpan Unused = TimeSpan.FromMinutes(20);

    private readonly MemoryCache _pages = new(new MemoryCacheOptions { SizeLimit = options.Value.Bytes });

    public byte[]? Find(Key key) => _pages.TryGetValue(key, out byte[]? page) ? page : null;

    public void Keep(Key key, byte[] page) => _pages.Set(key, page, new MemoryCacheEntryOptions { Size = page.Length, SlidingExpiration = Unused });

    public void Dispose() => _pages.Dispose();

    /// <param name="Session">Who asks, what they may see, and the versions of their facts and of the rulebook.</param>
    /// <param name="Address">Path and query.</param>
    /// <param name="Cookies">The browser's cookies, in which its choices are, and the secret that its forms are bound to.</param>
    /// <param name="Language">The language that the page is written in.</param>
    /// <param name="Today">The day.</param>
    public readonly record struct Key(SessionInfo Session, string Address, string Cookies, string Language, DateOnly Today);
}
