using CompetencyPortal.Data.Demo;
using CompetencyPortal.Data.Entities;
using CompetencyPortal.Data.Evidence;
using CompetencyPortal.Domain.Competencies;
using CompetencyPortal.Domain.Evaluation;
using CompetencyPortal.Domain.Revisions;
using CompetencyPortal.Testing.Databases;

using Microsoft.EntityFrameworkCore;

namespace CompetencyPortal.Data.Tests.Demo;

/// <summary>The demo tells its four stories, judged like any other organisation.</summary>
public abstract class DemoWorldContract(DatabaseFixture server) : DatabaseContract(server)
{
    private const string CustomerEngagement = "enterprise-customer-engagement";
    private const string Operations = "enterprise-operations";
    private const string Reseller = "cloud-crm-reseller";

    private DateOnly Today => Database.Clock.Today;

    [Fact]
    public async Task Fabrikam_HoldsGoldAndLosesItWithinSixtyDays()
    {
        await SeedAsync();
        var lastDay = Today.AddDays(AboutToLoseGold.DaysLeft - 1);
        Assert.InRange(AboutToLoseGold.DaysLeft, 1, 60);
        Assert.Equal(Tier.Gold, (await AssessAsync("Fabrikam", Reseller, Today)).Attained);
        Assert.Equal(Tier.Gold, (await AssessAsync("Fabrikam", Reseller, lastDay)).Attained);
        var after = await AssessAsync("Fabrikam", Reseller, lastDay.AddDays(1));
        Assert.Equal(Tier.Silver, after.Attained);
        Assert.Equal(45_600m, after.Gold.Revenue.Single().Shortfall);
        Assert.Equal(Tier.Silver, (await AssessAsync("Fabrikam", CustomerEngagement, lastDay.AddDays(1))).Attained);
    }

    [Fact]
    public async Task Litware_LacksOneExamInOneOptionAndASmallAmountInTheOther()
    {
        await SeedAsync();
        var engagement = (await AssessAsync("Litware", CustomerEngagement, Today)).Silver;
        Assert.Equal(Standing.Met, engagement.Revenue.Single().Standing);
        Assert.Equal(1, engagement.Staffing!.Missing);
        Assert.Contains(engagement.Staffing.NearMisses(), miss => miss.Person.Name is "Carmen Duarte" && miss.Missing.Codes.Count() is 2);

        var reseller = (await AssessAsync("Litware", Reseller, Today)).Silver;
        Assert.Equal(Standing.Met, reseller.Staffing!.Standing);
        var revenue = reseller.Revenue.Single();
        Assert.Equal((4_850m, 12_000m), (revenue.Shortfall, revenue.Sums.Of(LineOutcome.Association)));
    }

    [Fact]
    public async Task Tailspin_HoldsGoldByTheAmountsOfADevelopingMarket()
    {
        await SeedAsync();
        var reseller = await AssessAsync("Tailspin", Reseller, Today);
        Assert.Equal(Tier.Gold, reseller.Attained);
        var revenue = reseller.Gold.Revenue.Single();
        Assert.Equal(Market.Developing, revenue.Market);
        Assert.InRange(revenue.Sums.Counted, 150_000m, 299_999m);
        Assert.Equal(Tier.Silver, (await AssessAsync("Tailspin", CustomerEngagement, Today)).Attained);
        var operations = (await AssessAsync("Tailspin", Operations, Today)).Silver;
        Assert.All(operations.Revenue, finding => Assert.Equal(Standing.Met, finding.Standing));
        Assert.Equal(Standing.NotMet, operations.Staffing!.Standing);
    }

    [Fact]
    public async Task Contoso_IsLargeAndHoldsGoldEverywhere()
    {
        await SeedAsync();
        foreach (var option in new[] { CustomerEngagement, Operations, Reseller })
        {
            Assert.Equal(Tier.Gold, (await AssessAsync("Contoso", option, Today)).Attained);
        }

        var (db, partner) = await EnterAsync("Contoso");
        await using var _ = db;
        Assert.Equal(LargePartner.People, await db.People.CountAsync(Cancellation));
        Assert.Equal(LargePartner.Lines, await db.RevenueLines.CountAsync(Cancellation));
        Assert.Equal("US", partner.CountryCode.Value);
    }

    [Fact]
    public async Task Seed_WhenThereIsAnAccount_DoesNothing()
    {
        await SaveAsync(null, Testing.Rows.User());
        await SeedAsync();
        await using var db = await Database.OpenAsync();
        Assert.Equal(1, await db.Users.CountAsync(Cancellation));
        Assert.Empty(await db.Partners.ToListAsync(Cancellation));
    }

    [Fact]
    public async Task Seed_OnTheSameDay_MakesTheSameWorld()
    {
        await SeedAsync();
        var first = await SnapshotAsync(Database);
        await using var other = await Server.CreateAsync();
        await using (var db = await other.OpenAsync())
        {
            await DemoWorld.SeedAsync(db, Today, Cancellation);
        }

        Assert.Equal(first, await SnapshotAsync(other));
        Assert.True(first.Count > LargePartner.Lines, $"{first.Count} rows");
    }

    [Fact]
    public async Task Reset_WhateverWasDone_MakesTheSameWorldAgain()
    {
        await SeedAsync();
        var seeded = await SnapshotAsync(Database);
        var (db, partner) = await EnterAsync("Litware");
        await using (db)
        {
            var person = Testing.Rows.Person(partner, "Somebody new");
            db.AddRange(person, Testing.Rows.Pass(person));
            db.RevenueLines.Remove(await db.RevenueLines.FirstAsync(Cancellation));
            await db.SaveChangesAsync(Cancellation);
        }

        await SaveAsync(null, Testing.Rows.CountryMarket("FR", Today, Market.Developing), Testing.Rows.User(partner));
        var version = await VersionAsync();
        await DemoReset.ApplyAsync(Database.Portal, Database.Clock, Cancellation);

        Assert.Equal(seeded, await SnapshotAsync(Database));
        Assert.True(await VersionAsync() > version, "What was cached by the rulebook's version is used no more.");
        await using var after = await Database.OpenAsync();
        Assert.NotEmpty(await after.RuleRevisions.ToListAsync(Cancellation));
        Assert.Equal(4, await after.AuditEvents.CountAsync(row => row.Action == "Demo.Seeded", Cancellation));
    }

    [Fact]
    public async Task Reset_WhereThereIsNoDemo_IsRefused()
    {
        await SaveAsync(null, Testing.Rows.User());
        await Assert.ThrowsAsync<StartRefusedException>(() => DemoReset.ApplyAsync(Database.Portal, Database.Clock, Cancellation));
        await using var db = await Database.OpenAsync();
        Assert.Equal(1, await db.Users.CountAsync(Cancellation));
    }

    [Fact]
    public async Task Accounts_AreOfTheDemoAndHaveNoPassword()
    {
        await SeedAsync();
        await using var db = await Database.OpenAsync();
        var users = await db.Users.ToListAsync(Cancellation);
        Assert.All(users, user => Assert.True(user is { IsDemo: true, PasswordHash: null }));
        Assert.Equal(
            ["PartnerAdmin 4", "PartnerMember 4", "ProgrammeEditor 1", "ProgrammeAdmin 1"],
            users.GroupBy(user => user.Role).OrderBy(group => group.Key).Select(group => $"{group.Key} {group.Count()}"));
        var partners = await db.Partners.OrderBy(partner => partner.Id).ToListAsync(Cancellation);
        Assert.Equal(Enum.GetValues<DemoStory>(), partners.Select(partner => DemoWorld.StoryOf(partner.PartnerNumber)!.Value));
    }

    private async Task SeedAsync()
    {
        await using var db = await Database.OpenAsync();
        await DemoWorld.SeedAsync(db, Today, Cancellation);
    }

    private async Task<long> VersionAsync()
    {
        await using var db = await Database.OpenAsync();
        return await db.RulebookState.Select(state => state.Version).SingleAsync(Cancellation);
    }

    private async Task<OptionStanding> AssessAsync(string name, string option, DateOnly asOf)
    {
        var (db, partner) = await EnterAsync(name);
        await using var _ = db;
        var rulebook = BuiltInRulebook.Rulebook;
        var loaded = await new PartnerEvidenceQuery(db).LoadAsync(partner.Id, asOf, rulebook.Credentials, Cancellation);
        return Assessor.Assess(loaded.Evidence, rulebook, asOf).SelectMany(competency => competency.Options).Single(one => one.Option.Code == option);
    }

    private async Task<(PortalDbContext Db, Partner Partner)> EnterAsync(string name)
    {
        var db = await Database.OpenAsync();
        var partner = await db.Partners.SingleAsync(row => row.Name.StartsWith(name), Cancellation);
        await db.EnterPartnerAsync(partner.Id, Cancellation);
        return (db, partner);
    }

    private static async Task<List<string>> SnapshotAsync(TestDatabase database)
    {
        await using var db = await database.OpenAsync();
        var rows = new List<string>();
        foreach (var partner in await db.Partners.OrderBy(row => row.Id).ToListAsync(Cancellation))
        {
            await db.EnterPartnerAsync(partner.Id, Cancellation);
            rows.Add($"{partner.Id} {partner.Name} {partner.PartnerNumber} {partner.CountryCode}");
            rows.AddRange((await db.Customers.OrderBy(row => row.Id).ToListAsync(Cancellation)).Select(row => $"{row.Id} {row.Name}"));
            rows.AddRange((await db.CustomerAssociations.OrderBy(row => row.Id).ToListAsync(Cancellation)).Select(row => $"{row.Id} {row.CustomerId} {row.Type} {row.From:O} {row.Until:O}"));
            rows.AddRange((await db.RevenueLines.OrderBy(row => row.Id).ToListAsync(Cancellation)).Select(row => $"{row.Id} {row.CustomerId} {row.Product} {row.Date:O} {row.Amount} {row.NetNew}"));
            rows.AddRange((await db.People.OrderBy(row => row.Id).ToListAsync(Cancellation)).Select(row => $"{row.Id} {row.Name} {row.From:O} {row.Until:O}"));
            rows.AddRange((await db.PersonCredentials.OrderBy(row => row.Id).ToListAsync(Cancellation)).Select(row => $"{row.Id} {row.PersonId} {row.Code} {row.PassedOn:O}"));
            db.ChangeTracker.Clear();
            await db.EnterPartnerAsync(null, Cancellation);
        }

        rows.AddRange((await db.Users.OrderBy(row => row.Id).ToListAsync(Cancellation)).Select(row => $"{row.Id} {row.Email} {row.Role} {row.PartnerId} {row.MaySeeAmounts}"));
        rows.AddRange((await db.CountryMarkets.OrderBy(row => row.CountryCode).ToListAsync(Cancellation)).Select(row => $"{row.CountryCode} {row.Market} {row.EffectiveFrom:O}"));
        return rows;
    }
}
