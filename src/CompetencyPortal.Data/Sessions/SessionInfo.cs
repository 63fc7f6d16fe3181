using CompetencyPortal.Data.Entities;

namespace CompetencyPortal.Data.Sessions;

/// <summary>Who makes a request, as the database says at its beginning.</summary>
/// <param name="SessionId">The session.</param>
/// <param name="Stage">How far the session has come.</param>
/// <param name="StartedAt">When the person signed in.</param>
/// <param name="UserId">The person.</param>
/// <param name="DisplayName">The person's name.</param>
/// <param name="Role">What the person may do.</param>
/// <param name="PartnerId">The person's organisation; null for staff.</param>
/// <param name="PartnerName">Its name.</param>
/// <param name="MaySeeAmounts">Whether the person may see amounts: a partner member by the admin's leave, everybody else always.</param>
/// <param name="RulebookVersion">The rulebook in force for this request.</param>
/// <param name="FactsVersion">The organisation's <see cref="Partner.FactsVersion"/>; null for staff.</param>
/// <param name="PreviousVisitAt">The person's last use of the portal before this session; null if it is the first.</param>
public sealed record SessionInfo(
    Guid SessionId,
    SessionStage Stage,
    DateTimeOffset StartedAt,
    Guid UserId,
    string DisplayName,
    PortalRole Role,
    Guid? PartnerId,
    string? PartnerName,
    bool MaySeeAmounts,
    long RulebookVersion,
    long? FactsVersion,
    DateTimeOffset? PreviousVisitAt);
