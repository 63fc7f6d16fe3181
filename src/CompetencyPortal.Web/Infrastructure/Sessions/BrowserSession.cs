using CompetencyPortal.Data;
using CompetencyPortal.Data.Accounts;
using CompetencyPortal.Data.Demo;
using CompetencyPortal.Data.Entities;
using CompetencyPortal.Data.Sessions;
using Microsoft.Extensions.Options;

namespace CompetencyPortal.Web.Infrastructure.Sessions;

/// <summary>Signs the browser of the current request in and out.</summary>
public sealed class BrowserSession(
    PortalDbContext db, UserSessions sessions, AccountAttempts attempts, SessionCookie cookie, CurrentUser current, IOptions<DemoOptions> demo, IHttpContextAccessor http)
{
    private HttpResponse Response => http.HttpContext!.Response;

    /// <summary>
    /// Begins a session with a token of its own; one that the browser already had ends. Whoever is signed in already and
    /// shows again who they are (<see cref="FreshSignInAttribute"/>) has not signed out in between.
    /// </summary>
    /// <param name="user">Who signs in.</param>
    /// <param name="stage">How far they have come.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="InvalidOperationException">A demo account would be entered outside the demo.</exception>
    public async Task OpenAsync(PortalUser user, SessionStage stage, CancellationToken cancellationToken)
    {
        if (user.IsDemo && !demo.Value.Enabled)
        {
            throw new InvalidOperationException("Outside the demo nobody enters its accounts.");
        }

        var confirms = current.UserId == user.Id;
        if (confirms)
        {
            await sessions.EndAsync(current.SessionId!.Value, cancellationToken);
        }
        else
        {
            await ForgetPresentAsync(cancellationToken);
        }

        await db.EnterPartnerAsync(user.PartnerId, cancellationToken);
        await sessions.ForgetEndedAsync(user.Id, cancellationToken);
        if (stage is SessionStage.Complete)
        {
            await attempts.ForgetAsync(user.Id, cancellationToken);
        }

        db.ActorId = user.Id;
        var previousVisit = confirms ? current.PreviousVisitAt : await sessions.LastVisitAsync(user.Id, cancellationToken);
        var (token, _) = sessions.Open(user.Id, stage, http.HttpContext!.Request.Headers.UserAgent, previousVisit);
        var act = confirms ? "Account.Confirmed" : stage is SessionStage.Complete ? "Account.SignedIn" : "Account.PasswordAccepted";
        db.Audit(act, nameof(PortalUser), user.Id.ToString());
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
        if (current.Awaiting is { } awaiting)
        {
            await sessions.EndAsync(awaiting.SessionId, cancellationToken);
        }
        else if (current.SessionId is { } session)
        {
            await db.EnterPartnerAsync(current.PartnerId, cancellationToken);
            db.ActorId = current.UserId;
            await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
            await sessions.LeaveAsync(session, cancellationToken);
            db.Audit("Account.SignedOut", nameof(PortalUser), $"{current.UserId}");
            await db.SaveChangesAsync(cancellationToken);
            await transaction.CommitAsync(cancellationToken);
        }
    }
}
