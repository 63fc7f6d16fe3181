using CompetencyPortal.Data.Entities;

using Microsoft.EntityFrameworkCore;

namespace CompetencyPortal.Data.Accounts.Passkeys;

/// <summary>
/// Keeps what browsers were asked to sign. A challenge is answered once, on whichever node: of answers that come at the same
/// moment one takes the row, and the others find none.
/// </summary>
public sealed class PasskeyChallenges(PortalDbContext db, TimeProvider clock)
{
    /// <summary>Keeps a new challenge, and forgets those that expired.</summary>
    /// <param name="userId">Whom it is for; null where anyone may sign in with it.</param>
    /// <param name="state">What the framework needs to judge the answer.</param>
    /// <param name="lifetime">How long the answer may take.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public async Task<Guid> MakeAsync(Guid? userId, string state, TimeSpan lifetime, CancellationToken cancellationToken = default)
    {
        var now = clock.GetUtcNow();
        await db.PasskeyChallenges.Where(row => row.ExpiresAt <= now).ExecuteDeleteAsync(cancellationToken);
        var challenge = new PasskeyChallenge { UserId = userId, State = state, ExpiresAt = now + lifetime };
        db.PasskeyChallenges.Add(challenge);
        await db.SaveChangesAsync(cancellationToken);
        return challenge.Id;
    }

    /// <summary>Takes the challenge away for good, and gives its state; null if there is none, it expired, or it was made for somebody else.</summary>
    public async Task<string?> TakeAsync(Guid id, Guid? userId, CancellationToken cancellationToken = default)
    {
        var challenge = await db.PasskeyChallenges.AsNoTracking().SingleOrDefaultAsync(row => row.Id == id, cancellationToken);
        var taken = await db.PasskeyChallenges.Where(row => row.Id == id).ExecuteDeleteAsync(cancellationToken);
        return taken is 1 && challenge is not null && challenge.UserId == userId && challenge.ExpiresAt > clock.GetUtcNow() ? challenge.State : null;
    }
}
