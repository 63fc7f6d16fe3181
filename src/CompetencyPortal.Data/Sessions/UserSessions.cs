using CompetencyPortal.Data.Accounts;
using CompetencyPortal.Data.Entities;

using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace CompetencyPortal.Data.Sessions;

/// <summary>Opens and ends sessions. Ending takes effect on the session's next request, on every node.</summary>
public sealed class UserSessions(PortalDbContext db, IOptions<SessionLimits> limits, TimeProvider clock)
{
    /// <summary>Adds a session for the user, stored by the next save, and gives the token for its cookie.</summary>
    /// <param name="userId">Whose session it is.</param>
    /// <param name="stage">How far it has come; one that awaits the second factor lasts <see cref="SessionLimits.SecondFactor"/>.</param>
    /// <param name="userAgent">What the browser says of itself.</param>
    public (SecretToken Token, UserSession Session) Open(Guid userId, SessionStage stage = SessionStage.Complete, string? userAgent = null)
    {
        var now = clock.GetUtcNow();
        var token = SecretToken.Create();
        var session = new UserSession
        {
            TokenHash = token.Hash(),
            UserId = userId,
            Stage = stage,
            UserAgent = userAgent is { Length: > UserSession.UserAgentLength } ? userAgent[..UserSession.UserAgentLength] : userAgent,
            CreatedAt = now,
            LastSeenAt = now,
            ExpiresAt = now + (stage is SessionStage.Complete ? limits.Value.Lifetime : limits.Value.SecondFactor),
        };
        db.UserSessions.Add(session);
        return (token, session);
    }

    /// <summary>Removes what is left of the user's sessions that ended by themselves.</summary>
    public Task ForgetEndedAsync(Guid userId, CancellationToken cancellationToken = default)
    {
        var now = clock.GetUtcNow();
        var idleSince = now - limits.Value.Idle;
        return db.UserSessions.Where(session => session.UserId == userId && (session.ExpiresAt <= now || session.LastSeenAt <= idleSince))
            .ExecuteDeleteAsync(cancellationToken);
    }

    /// <summary>The complete sessions of the user that have not ended.</summary>
    public IQueryable<UserSession> Living(Guid userId)
    {
        var now = clock.GetUtcNow();
        var idleSince = now - limits.Value.Idle;
        return db.UserSessions.Where(session => session.UserId == userId && session.Stage == SessionStage.Complete && session.ExpiresAt > now && session.LastSeenAt > idleSince);
    }

    /// <summary>Ends one session.</summary>
    public Task EndAsync(Guid sessionId, CancellationToken cancellationToken = default) =>
        db.UserSessions.Where(session => session.Id == sessionId).ExecuteDeleteAsync(cancellationToken);

    /// <summary>Ends every session of the user.</summary>
    public Task EndAllAsync(Guid userId, CancellationToken cancellationToken = default) =>
        db.UserSessions.Where(session => session.UserId == userId).ExecuteDeleteAsync(cancellationToken);

    /// <summary>Ends every session of the user but one.</summary>
    public Task EndOthersAsync(Guid userId, Guid sessionId, CancellationToken cancellationToken = default) =>
        db.UserSessions.Where(session => session.UserId == userId && session.Id != sessionId).ExecuteDeleteAsync(cancellationToken);
}
