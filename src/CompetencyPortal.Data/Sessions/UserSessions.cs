using CompetencyPortal.Data.Entities;

using Microsoft.EntityFrameworkCore;

namespace CompetencyPortal.Data.Sessions;

/// <summary>Opens and ends sessions. Ending takes effect on the session's next request, on every node.</summary>
public sealed class UserSessions(PortalDbContext db, TimeProvider clock)
{
    /// <summary>How long a session lasts, however much it is used.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromHours(12);

    /// <summary>Adds a session for the user, stored by the next save, and gives the token for its cookie.</summary>
    public (SessionToken Token, UserSession Session) Open(Guid userId)
    {
        var now = clock.GetUtcNow();
        var token = SessionToken.Create();
        var session = new UserSession { TokenHash = token.Hash(), UserId = userId, CreatedAt = now, LastSeenAt = now, ExpiresAt = now + Lifetime };
        db.UserSessions.Add(session);
        return (token, session);
    }

    /// <summary>Ends one session.</summary>
    public Task EndAsync(Guid sessionId, CancellationToken cancellationToken = default) =>
        db.UserSessions.Where(session => session.Id == sessionId).ExecuteDeleteAsync(cancellationToken);

    /// <summary>Ends every session of the user.</summary>
    public Task EndAllAsync(Guid userId, CancellationToken cancellationToken = default) =>
        db.UserSessions.Where(session => session.UserId == userId).ExecuteDeleteAsync(cancellationToken);
}
