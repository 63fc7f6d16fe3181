namespace CompetencyPortal.Web.Infrastructure.Members;

/// <summary>The people of a house as a page lists them.</summary>
/// <param name="Members">Everyone.</param>
/// <param name="Invitations">Those who are invited; null where the reader is not to see them.</param>
/// <param name="MemberPage">The page about one of them; null where the reader may change nothing.</param>
/// <param name="InvitationPage">The page about one invitation; null likewise.</param>
/// <param name="Number">The organisation's number where the pages need it.</param>
public sealed record PeopleView(
    IReadOnlyList<People.Person> Members, IReadOnlyList<People.Waiting>? Invitations, string? MemberPage, string? InvitationPage, string? Number = null);
