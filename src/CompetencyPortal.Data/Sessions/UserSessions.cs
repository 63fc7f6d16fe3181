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
    /// <param name="previousVisitAt">The user's last use of the portal before (<see cref="LastVisitAsync"/>).</param>
    public (SecretToken Token, UserSession Session) Open(
        Guid userId, SessionStage stage = SessionStage.Complete, string? userAgent = null, DateTimeOffset? previousVisitAt = null)
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
            PreviousVisitAt = previousVisitAt,
            LastSeenAt = now,
            ExpiresAt = now + (stage is SessionStage.Complete ? limits.Value.Lifetime : limits.Value.SecondFactor),
        };
        db.UserSessions.Add(session);
        return (token, session);
    }

    /// <summary>
    /// The user's last use of the portal, in whichever session; null if there was none. To come halfway, and not to show the
    /// second factor, is no use.
    /// </summary>
    public async Task<DateTimeOffset?> LastVisitAsync(Guid userId, CancellationToken cancellationToken = default)
    {
        var visits = await db.Users.Where(user => user.Id == userId)
            .Select(user => new
            {
                Ended = user.LastVisitAt,
                Living = db.UserSessions.Where(session => session.UserId == user.Id && session.Stage == SessionStage.Complete).Max(session => (DateTimeOffset?)session.LastSeenAt),
            })
            .SingleAsync(cancellationToken);
        return visits.Ended is { } ended && !(visits.Living > ended) ? ended : visits.Living;
    }

    /// <summary>Removes what is left of the user's sessions that ended by themselves.</summary>
    public Task ForgetEndedAsync(Guid userId, CancellationToken cancellationToken = default)
    {
        var now = clock.GetUtcNow();
        var idleSince = now - limits.Value.Idle;
        return EndAsync(db.UserSessions.Where(session => session.UserId == userId && (session.ExpiresAt <= now || session.LastSeenAt <= idleSince)), cancellationToken);
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
        EndAsync(db.UserSessions.Where(session => session.Id == sessionId), cancellationToken);

    /// <summary>Ends one session by an act of its own, its last use.</summary>
    public async Task LeaveAsync(Guid sessionId, CancellationToken cancellationToken = default)
    {
        var now = clock.GetUtcNow();
        await db.UserSessions.Where(session => session.Id == sessionId)
            .ExecuteUpdateAsync(set => set.SetProperty(session => session.LastSeenAt, now), cancellationToken);
        await EndAsync(sessionId, cancellationToken);
    }

    /// <summary>Ends every session of the user.</summary>
    public Task EndAllAsync(Guid userId, CancellationToken cancellationToken = default) =>
        EndAsync(db.UserSessions.Where(session => session.UserId == userId), cancellationToken);

    /// <summary>Ends every session of the user but one.</summary>
    public Task EndOthersAsync(Guid userId, Guid sessionId, CancellationToken cancellationToken = default) =>
        EndAsync(db.UserSessions.Where(session => session.UserId == userId && session.Id != sessionId), cancellationToken);

    /// <summary>Ends <paramref name="sessions"/>, and keeps their users' last visit, which goes with them otherwise.</summary>
    /// <returns>How many there were.</returns>
    public async Task<int> EndAsync(IQueryable<UserSession> sessions, CancellationToken cancellationToken = default)
    {
        var visits = sessions.Where(session => session.Stage == SessionStage.Complete);
        await db.Users.Where(user => visits.Any(session => session.UserId == user.Id && (user.LastVisitAt == null || session.LastSeenAt > user.LastVisitAt)))
            .ExecuteUpdateAsync(
                set => set.SetProperty(user => user.LastVisitAt, user => visits.Where(session => session.UserId == user.Id).Max(session => (DateTimeOffset?)session.LastSeenAt)),
                cancellationToken);
        return await sessions.ExecuteDeleteAsync(cancellationToken);
    }
}
