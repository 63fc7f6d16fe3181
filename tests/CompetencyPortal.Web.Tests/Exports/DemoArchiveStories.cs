using CompetencyPortal.Data.Entities;
using CompetencyPortal.Testing.Databases;
using CompetencyPortal.Web.Tests.Hosting;

using Microsoft.EntityFrameworkCore;

namespace CompetencyPortal.Web.Tests.Exports;

public sealed class DemoArchiveStories(PostgreSqlFixture server) : PortalTest(server)
{
    protected override IEnumerable<KeyValuePair<string, string?>> Settings => [new("environment", "Development"), new("Demo:Enabled", "true")];

    [Fact]
    public async Task EveryOrganisationOfTheDemoIsJudgedAlikeByWhatItTakesAway()
    {
        await using var db = await Portal.Database.OpenAsync();
        var archives = new List<Archive>();
        foreach (var admin in await db.Users.AsNoTracking().Where(user => user.Role == PortalRole.PartnerAdmin).ToListAsync(Cancellation))
        {
            archives.Add(await Archive.OpenAsync(await Portal.SignInAsync(admin), "&asOf=2026-10-31"));
        }

        Assert.True(archives.Count >= 4);
        await ArchiveStories.AssertJudgedAlikeAsync(archives);
    }
}
