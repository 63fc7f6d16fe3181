using System.Data.Common;

using CompetencyPortal.Data.Accounts;
using CompetencyPortal.Data.Entities;
using CompetencyPortal.Data.Providers;
using CompetencyPortal.Data.Values;

using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace CompetencyPortal.Data.Sessions;

/// <summary>
/// The one query that begins a request: it opens the context's connection, which stays open until the context is
/// disposed, finds out who asks, and sets the organisation on the connection and on the context.
/// </summary>
public sealed class SessionLookup(PortalDbContext db, DatabaseProvider provider, IOptions<SessionLimits> limits, TimeProvider clock)
{
    private static readonly TimeSpan SeenPrecision = TimeSpan.FromMinutes(1);

    /// <summary>The session of <paramref name="token"/>; null if there is none, or it has ended (<see cref="SessionLimits"/>).</summary>
    public async Task<SessionInfo?> FindAsync(SecretToken token, CancellationToken cancellationToken = default)
    {
        var now = Instant.ToStored(clock.GetUtcNow());
        await db.Database.OpenConnectionAsync(cancellationToken);
        if (await ReadAsync(token, now, cancellationToken) is not ({ } session, var lastSeenAt))
        {
            return null;
        }

        db.PartnerScope = session.PartnerId;
        db.ActorId = session.UserId;
        if (now - lastSeenAt >= SeenPrecision)
        {
            await db.UserSessions.Where(row => row.Id == session.SessionId)
                .ExecuteUpdateAsync(set => set.SetProperty(row => row.LastSeenAt, now), cancellationToken);
        }

        return session;
    }

    private async Task<(SessionInfo Session, DateTimeOffset LastSeenAt)?> ReadAsync(SecretToken token, DateTimeOffset now, CancellationToken cancellationToken)
    {
        await using var command = db.Database.GetDbConnection().CreateCommand();
        command.CommandText = provider.SessionLookupSql;
        command.CommandTimeout = DatabaseProvider.SecondsToAnswer;
        AddParameter(command, "hash", token.Hash());
        AddParameter(command, "now", now);
        AddParameter(command, "idleSince", now - limits.Value.Idle);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        if (!await reader.ReadAsync(cancellationToken))
        {
            return null;
        }

        var ofPartner = !reader.IsDBNull(5);
        var role = Enum.Parse<PortalRole>(reader.GetString(4));
        var session = new SessionInfo(
            SessionId: reader.GetGuid(0),
            Stage: Enum.Parse<SessionStage>(reader.GetString(10)),
            StartedAt: reader.GetFieldValue<DateTimeOffset>(11),
            UserId: reader.GetGuid(1),
            DisplayName: reader.GetString(3),
            Role: role,
            PartnerId: ofPartner ? reader.GetGuid(5) : null,
            PartnerName: ofPartner ? reader.GetString(6) : null,
            MaySeeAmounts: role != PortalRole.PartnerMember || reader.GetBoolean(8),
            RulebookVersion: reader.GetInt64(9),
            FactsVersion: ofPartner ? reader.GetInt64(7) : null,
            PreviousVisitAt: reader.IsDBNull(12) ? null : reader.GetFieldValue<DateTimeOffset>(12));
        return (session, reader.GetFieldValue<DateTimeOffset>(2));
    }

    private static void AddParameter(DbCommand command, string name, object value)
    {
        var parameter = command.CreateParameter();
        parameter.ParameterName = name;
        parameter.Value = value;
        command.Parameters.Add(parameter);
    }
}
