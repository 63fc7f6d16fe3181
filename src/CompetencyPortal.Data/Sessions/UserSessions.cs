using CompetencyPortal.Data.Entities;

using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace CompetencyPortal.Data.Sessions;

/// <summary>Opens and ends sessions. Ending takes effect on the session's next request, on every node.</summary>
public sealed class UserSessions(PortalDbContext db, IOptions<SessionLimits> limits, TimeProvider clock)
{
    /// <summary>Adds a session for the user, stored by the next save, and gives the token for its cookie.</summary>
    public (SessionToken Token, UserSession Session) Open(Guid userId)
    {
        var now = clock.GetUtcNow();
        var token = SessionToken.Create();
        var session = new UserSession { TokenHash = token.Hash(), UserId = userId, CreatedAt = now, LastSeenAt = now, ExpiresAt = now + limits.Value.Lifetime };
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

    /// <summary>Ends one session.</summary>
    public Task EndAsync(Guid sessionId, CancellationToken cancellationToken = default) =>
        db.UserSessions.Where(session => session.Id == sessionId).ExecuteDeleteAsync(cancellationToken);

    /// <summary>Ends every session of the user.</summary>
    public Task EndAllAsync(Guid userId, CancellationToken cancellationToken = default) =>
        db.UserSessions.Where(session => session.UserId == userId).ExecuteDeleteAsync(cancellationToken);
}
