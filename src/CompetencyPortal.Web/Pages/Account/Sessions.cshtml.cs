using CompetencyPortal.Data;
using CompetencyPortal.Data.Entities;
using CompetencyPortal.Data.Sessions;
using CompetencyPortal.Web.Infrastructure;
using CompetencyPortal.Web.Infrastructure.Accounts;
using CompetencyPortal.Web.Resources;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace CompetencyPortal.Web.Pages.Account;

/// <summary>Where a person is signed in, and the end of any of it.</summary>
[Authorize(Policies.SignedIn)]
public sealed class SessionsModel(PortalDbContext db, UserSessions sessions, CurrentUser current, IStringLocalizer<AccountTexts> texts) : PageModel
{
    [TempData]
    public string? StatusMessage { get; set; }

    public IReadOnlyList<Row> View { get; private set; } = [];

    private Guid UserId => current.UserId!.Value;

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        var rows = await sessions.Living(UserId).AsNoTracking().OrderByDescending(row => row.LastSeenAt).ThenByDescending(row => row.Id).ToListAsync(cancellationToken);
        View = [.. rows.Select(row => new Row(row.Id, NameOf(row), row.CreatedAt, row.LastSeenAt, row.Id == current.SessionId)).OrderByDescending(row => row.IsThis)];
    }

    public async Task<IActionResult> OnPostEndAsync(Guid session, CancellationToken cancellationToken)
    {
        if (await EndAsync(db.UserSessions.Where(row => row.Id == session && row.UserId == UserId && row.Id != current.SessionId), cancellationToken) is 0)
        {
            return NotFound();
        }

        StatusMessage = texts["Sessions.Ended"];
        return RedirectToPage();
    }

    public async Task<IActionResult> OnPostEndOthersAsync(CancellationToken cancellationToken)
    {
        await EndAsync(db.UserSessions.Where(row => row.UserId == UserId && row.Id != current.SessionId), cancellationToken);
        StatusMessage = texts["Sessions.OthersEnded"];
        return RedirectToPage();
    }

    private async Task<int> EndAsync(IQueryable<UserSession> which, CancellationToken cancellationToken)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var ended = await sessions.EndAsync(which, cancellationToken);
        if (ended > 0)
        {
            db.Audit("Account.SessionEnded", nameof(PortalUser), UserId.ToString(), $"{ended}");
            await db.SaveChangesAsync(cancellationToken);
            await transaction.CommitAsync(cancellationToken);
        }

        return ended;
    }

    private string NameOf(UserSession session) => BrowserName.Of(session.UserAgent) switch
    {
        (null, null) => texts["Sessions.Unknown"],
        (var browser, null) => browser,
        (null, var system) => system,
        var (browser, system) => texts["Sessions.Name", browser, system],
    };

    /// <param name="Id">The session.</param>
    /// <param name="Name">Browser and system.</param>
    /// <param name="StartedAt">When somebody signed in.</param>
    /// <param name="LastSeenAt">When it was used last, to the minute.</param>
    /// <param name="IsThis">Whether it is the one that asks.</param>
    public sealed record Row(Guid Id, string Name, DateTimeOffset StartedAt, DateTimeOffset LastSeenAt, bool IsThis);
}
