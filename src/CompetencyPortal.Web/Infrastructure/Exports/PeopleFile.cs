using CompetencyPortal.Data.Entities;
using CompetencyPortal.Web.Infrastructure.Listing;
using Microsoft.EntityFrameworkCore;

namespace CompetencyPortal.Web.Infrastructure.Exports;

/// <summary>People as a file, in the columns that the import reads: a row for each pass, and one without any for a person who has none.</summary>
public static class PeopleFile
{
    private static readonly string[] Columns = ["name", "email", "from", "until", "credential", "passedOn"];

    /// <summary>The people, in their order.</summary>
    public static CsvList Of(IQueryable<Person> people) =>
        new(Columns, people.Include(person => person.Credentials).AsAsyncEnumerable().SelectMany(Rows));

    private static IEnumerable<object?[]> Rows(Person person) =>
        person.Credentials.OrderBy(pass => pass.Code.Value, StringComparer.Ordinal).ThenBy(pass => pass.PassedOn)
            .Select(pass => new object?[] { person.Name, person.Email?.Value, person.From, person.Until, pass.Code.Value, pass.PassedOn })
            .DefaultIfEmpty([person.Name, person.Email?.Value, person.From, person.Until, null, null]);
}
