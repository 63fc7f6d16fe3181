using CompetencyPortal.Web.Infrastructure.Listing;

namespace CompetencyPortal.Web.Infrastructure.Exports;

/// <summary>The people of a house as a file: what its page says of each.</summary>
public static class MembersFile
{
    private static readonly string[] Columns = ["name", "email", "role", "seesAmounts"];

    /// <summary>The people, in their order.</summary>
    public static CsvList Of(IReadOnlyList<Members.People.Person> people) =>
        new(Columns, people.ToAsyncEnumerable().Select(person => new object?[] { person.Name, person.Email, person.Role, SeesAmounts(person) }));

    /// <summary>Whether a person of an organisation sees its amounts; nothing is said of staff, who have none.</summary>
    private static bool? SeesAmounts(Members.People.Person person) =>
        person.Role is Data.Entities.PortalRole.PartnerAdmin or Data.Entities.PortalRole.PartnerMember ? person.IsAdmin || person.MaySeeAmounts : null;
}
