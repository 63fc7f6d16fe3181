namespace CompetencyPortal.Data.Accounts;

/// <summary>How long an invitation's link works: the section <c>Invitations</c> of the configuration.</summary>
public sealed record InvitationLimits
{
    public const string Section = "Invitations";

    /// <summary>How many invitations of one house may wait for an answer at once.</summary>
    public const int MostPending = 100;

    internal const string Refusal = "Invitations:Lifetime must be between one hour and 90 days.";

    /// <summary>How long the link works, from when it is sent.</summary>
    public TimeSpan Lifetime { get; init; } = TimeSpan.FromDays(7);

    internal bool AreSensible => Lifetime >= TimeSpan.FromHours(1) && Lifetime <= TimeSpan.FromDays(90);
}
