using CompetencyPortal.Data.Entities;
using CompetencyPortal.Data.Imports;
using CompetencyPortal.Domain.Credentials;
using CompetencyPortal.Testing;
using CompetencyPortal.Testing.Databases;

namespace CompetencyPortal.Data.Tests.Imports;

public abstract class PeopleImportContract(DatabaseFixture server) : ImportContract(server)
{
    [Fact]
    public async Task Store_ATranscript_AddsPeopleAndPasses_AndKeepsWhatItDoesNotSpeakOf()
    {
        var partner = await PartnerAsync();
        var ana = Rows.Person(partner, "Ana", Day, email: "ana@fabrikam.example");
        await SaveAsync(partner.Id, ana, Rows.Pass(ana, "MB2-715", Day));
        const string Text = "Learner;E-mail;Exam code;Completed on\r\n"
            + "Ana;ANA@fabrikam.example;Exam MB2 715;01/03/2026\r\n"
            + "Ana;ana@fabrikam.example;mb2-716;2026-03-02T10:00:00Z\r\n"
            + "Bo;bo@fabrikam.example;MB2-715;03/03/2026\r\n"
            + "Bo;bo@fabrikam.example;MB2-715;03/03/2026\r\n"
            + "Bo;bo@fabrikam.example;MB2717;04/03/2026\r\n";
        var stored = await StoreAsync(partner, ImportKind.People, Text, "fr");
        Assert.Equal((3, 0, 2, 0), Counts(stored));
        var people = (await AllAsync<Person>(partner)).OrderBy(one => one.Name).ToList();
        Assert.Equal(["Ana", "Bo"], people.Select(one => one.Name));
        Assert.Equal((ana.Id, (DateOnly?)Day), (people[0].Id, people[0].From));
        var passes = await AllAsync<PersonCredential>(partner);
        Assert.Equal(4, passes.Count);
        Assert.Contains(passes, pass => pass.PersonId == people[1].Id && pass.Code == CredentialCode.Parse("MB2-717") && pass.PassedOn == new DateOnly(2026, 3, 4));
        var added = Assert.Single(await AllAsync<AuditEvent>(partner), one => one.Action == "Person.Added");
        Assert.DoesNotContain("Bo", added.Details);
        Assert.Contains("bo@fabrikam.example", Assert.Single(await AllAsync<AuditPersonalDetail>(partner), one => one.AuditEventId == added.Id).Text);

        var version = await FactsVersionAsync(partner);
        Assert.Equal((0, 0, 5, 0), Counts(await StoreAsync(partner, ImportKind.People, Text, "fr")));
        Assert.Equal(version, await FactsVersionAsync(partner));
    }

    [Fact]
    public async Task Check_KnowsAPersonByAddress_ThenByName_AndRefusesWhoCannotBeTold()
    {
        var partner = await PartnerAsync(
            one => Rows.Person(one, "Ana", email: "ana@fabrikam.example"), one => Rows.Person(one, "Bo"), one => Rows.Person(one, "Twin"), one => Rows.Person(one, "Twin"));
        var import = await BringAsync(partner, ImportKind.People, "name,email,from,until,credential,passedOn\r\n"
            + "Ana,,,,MB2-715,2026-03-01\r\n"
            + "bo,bo@fabrikam.example,2026-01-01,,,\r\n"
            + "Twin,,,,MB2-715,2026-03-01\r\n"
            + "Nobody,,,,MB2-715,2026-03-01\r\n"
            + ",cy@fabrikam.example,,,MB2-715,2026-03-01\r\n"
            + "Di,di at fabrikam,,,XX-999,2026-03-01\r\n"
            + "Ed,ed@fabrikam.example,,,MB2-877,2017-12-31\r\n"
            + "Flo,flo@fabrikam.example,,,MB2-709,\r\n"
            + "Flo,flo@fabrikam.example,,,,2026-01-01\r\n"
            + "Gus,gus@fabrikam.example,2026-01-01,2025-01-01,,\r\n");
        var rows = await RowsAsync(partner, import);
        Assert.Equal(
            [ImportOutcome.New, ImportOutcome.Changed, .. Enumerable.Repeat(ImportOutcome.Refused, 8)], rows.Select(row => row.Outcome));
        Assert.Equal(
            [new ImportChange(ImportColumn.Name, "Bo", "bo"), new ImportChange(ImportColumn.Email, null, "bo@fabrikam.example"), new ImportChange(ImportColumn.From, null, "2026-01-01")],
            rows[1].Changes);
        Assert.Equal(
            [
                (4, ImportErrorCode.PersonAmbiguous, ImportColumn.Name), (5, ImportErrorCode.PersonUnknown, ImportColumn.Email), (6, ImportErrorCode.Missing, ImportColumn.Name),
                (7, ImportErrorCode.EmailInvalid, ImportColumn.Email), (7, ImportErrorCode.CredentialUnknown, ImportColumn.Credential),
                (8, ImportErrorCode.CannotBeSat, ImportColumn.PassedOn), (9, ImportErrorCode.Missing, ImportColumn.PassedOn), (10, ImportErrorCode.Missing, ImportColumn.Credential),
                (11, ImportErrorCode.PeriodReversed, ImportColumn.Until),
            ],
            Errors(rows));
        Assert.Equal(["MB2-877", "2017-12-31", "2018-01-01", ""], rows[6].Errors[0].Arguments);
    }

    [Fact]
    public async Task Check_WhenRowsOfOnePersonDisagree_RefusesThem()
    {
        var partner = await PartnerAsync();
        var import = await BringAsync(partner, ImportKind.People, "name,email,from\r\nAna,ana@fabrikam.example,2026-01-01\r\nAna,ana@fabrikam.example,2026-01-02\r\nBo,bo@fabrikam.example,\r\n");
        Assert.Equal([(2, ImportErrorCode.Contradiction, null), (3, ImportErrorCode.Contradiction, null)], Errors(await RowsAsync(partner, import)));
        Assert.Equal((1, 0, 0, 2), Counts(import));
    }

    [Fact]
    public async Task Check_WhenTheFirstRowOfAPersonIsRefused_LetsTheNextAddThem()
    {
        var partner = await PartnerAsync();
        var import = await BringAsync(partner, ImportKind.People, "name,email,credential,passedOn\r\nAna,ana@fabrikam.example,XX-1,2026-01-01\r\nAna,ana@fabrikam.example,MB2-715,2026-01-02\r\n");
        Assert.Equal((1, 0, 0, 1), Counts(import));
        await ConfirmAsync(partner, import, leaveOutRefused: true);
        Assert.Equal("Ana", Assert.Single(await AllAsync<Person>(partner)).Name);
        Assert.Single(await AllAsync<PersonCredential>(partner));
    }
}
