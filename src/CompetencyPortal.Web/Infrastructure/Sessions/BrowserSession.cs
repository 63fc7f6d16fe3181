using CompetencyPortal.Data;
using CompetencyPortal.Data.Entities;
using CompetencyPortal.Data.Sessions;

namespace CompetencyPortal.Web.Infrastructure.Sessions;

/// <summary>Signs the browser of the current request in and out.</summary>
public sealed class BrowserSession(PortalDbContext db, UserSessions sessions, SessionCookie cookie, CurrentUser current, IHttpContextAccessor http)
{
    private HttpResponse Response => http.HttpContext!.Response;

    /// <summary>Begins a session with a token of its own; one that the browser already had ends.</summary>
    public async Task OpenAsync(PortalUser user, CancellationToken cancellationToken)
    {
        await ForgetPresentAsync(cancellationToken);
        await sessions.ForgetEndedAsync(user.Id, cancellationToken);
        await db.EnterPartnerAsync(user.PartnerId, cancellationToken);
        db.ActorId = user.Id;
        var (token, _) = sessions.Open(user.Id);
        db.Audit("Account.SignedIn", nameof(PortalUser), user.Id.ToString());
        await db.SaveChangesAsync(cancellationToken);
        cookie.Write(Response, token);
    }

    /// <summary>Ends the browser's session; nothing if it has none.</summary>
    public async Task EndAsync(CancellationToken cancellationToken)
    {
        await ForgetPresentAsync(cancellationToken);
        SessionCookie.Remove(Response);
    }

    private async Task ForgetPresentAsync(CancellationToken cancellationToken)
    {
        if (current.SessionId is { } session)
        {
            await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
            await sessions.EndAsync(session, cancellationToken);
            db.Audit("Account.SignedOut", nameof(PortalUser), $"{current.UserId}");
            await db.SaveChangesAsync(cancellationToken);
            await transaction.CommitAsync(cancellationToken);
        }
    }
}
