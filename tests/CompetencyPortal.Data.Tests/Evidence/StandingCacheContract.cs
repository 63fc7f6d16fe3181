using CompetencyPortal.Data.Entities;
using CompetencyPortal.Data.Evidence;
using CompetencyPortal.Domain.Competencies;
using CompetencyPortal.Domain.Revisions;
using CompetencyPortal.Testing;
using CompetencyPortal.Testing.Databases;

using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace CompetencyPortal.Data.Tests.Evidence;

public abstract class StandingCacheContract(DatabaseFixture server) : DatabaseContract(server)
{
    private static readonly DateOnly Day = new(2017, 12, 1);

    [Fact]
    public async Task Get_WhenNothingChanged_AsksTheDatabaseNothing()
    {
        using var cache = Cache();
        var (partner, _) = await AddPartnerAsync();
        var first = await GetAsync(cache, partner);
        Database.CommandLog.Clear();
        await using var db = await Database.OpenAsync(partner.Id);
        Assert.Same(first, await cache.GetAsync(KeyOf(partner, first), BuiltInRulebook.Rulebook, new PartnerEvidenceQuery(db), Cancellation));
        Assert.Empty(Database.CommandLog.Commands);
    }

    [Fact]
    public async Task Get_WhenAFactWasAdded_JudgesAnew()
    {
        using var cache = Cache();
        var (partner, customer) = await AddPartnerAsync();
        var before = await GetAsync(cache, partner);
        await SaveAsync(partner.Id, Rows.Line(customer, 1));
        var after = await GetAsync(cache, partner);
        Assert.Equal(before.Facts.Evidence.Revenue.Length + 1, after.Facts.Evidence.Revenue.Length);
    }

    [Fact]
    public async Task Get_WhenAnotherDayIsAsked_IsJudgedOnThatDay()
    {
        using var cache = Cache();
        var (partner, _) = await AddPartnerAsync();
        var first = await GetAsync(cache, partner);
        var other = await GetAsync(cache, partner, Day.AddDays(1));
        Assert.NotSame(first, other);
        Assert.Equal(Day.AddDays(1), other.AsOf);
    }

    [Fact]
    public async Task Get_WhenACountryWasClassifiedAfterTheRequestBegan_IsNotRememberedForTheOlderRulebook()
    {
        using var cache = Cache();
        var partner = Rows.Partner(country: "PT");
        await SaveAsync(null, partner);
        await using var db = await Database.OpenAsync(partner.Id);
        var began = await KeyAsync(db, partner, Day);
        await SaveAsync(null, Rows.CountryMarket("PT", new DateOnly(2017, 1, 1), Market.Developing));
        var late = await cache.GetAsync(began, BuiltInRulebook.Rulebook, new PartnerEvidenceQuery(db), Cancellation);
        Assert.NotEqual(began.RulebookVersion, late.Facts.RulebookVersion);
        Assert.NotSame(late, await cache.GetAsync(began, BuiltInRulebook.Rulebook, new PartnerEvidenceQuery(db), Cancellation));
        Assert.Equal(Market.Developing, (await GetAsync(cache, partner)).Facts.Market.Market);
    }

    [Fact]
    public async Task Get_WhenNothingIsToBeRemembered_LoadsEachTime()
    {
        using var cache = Cache(rows: 0);
        var (partner, _) = await AddPartnerAsync();
        Assert.NotSame(await GetAsync(cache, partner), await GetAsync(cache, partner));
    }

    [Fact]
    public async Task Get_WhileOthersSave_NeverGivesOneVersionTheFactsOfAnother()
    {
        const int Writers = 3;
        const int Readers = 3;
        const int Saves = 25;
        using var cache = Cache();
        var (partner, customer) = await AddPartnerAsync();
        await using var first = await Database.OpenAsync(partner.Id);
        var begun = (await KeyAsync(first, partner, Day)).FactsVersion;
        var sumAtFirst = await first.RevenueLines.SumAsync(line => line.Amount, Cancellation);
        var read = 0;

        // Each save adds one dollar and raises the version by one, so that version and sum must agree always.
        var writers = Enumerable.Range(0, Writers).Select(_ => Task.Run(
            async () =>
            {
                for (var i = 0; i < Saves; i++)
                {
                    await SaveAsync(partner.Id, Rows.Line(customer, 1));
                }
            },
            Cancellation)).ToList();
        var readers = Enumerable.Range(0, Readers).Select(_ => Task.Run(
            async () =>
            {
                do
                {
                    await using var db = await Database.OpenAsync(partner.Id);
                    var key = await KeyAsync(db, partner, Day);
                    var judged = await cache.GetAsync(key, BuiltInRulebook.Rulebook, new PartnerEvidenceQuery(db), Cancellation);
                    Assert.True(judged.Facts.FactsVersion >= key.FactsVersion);
                    Assert.Equal(sumAtFirst + judged.Facts.FactsVersion - begun, judged.Facts.Evidence.Revenue.Sum(line => line.Amount));
                    Interlocked.Increment(ref read);
                }
                while (!writers.TrueForAll(writer => writer.IsCompleted));
            },
            Cancellation)).ToList();
        await Task.WhenAll([.. writers, .. readers]);
        Assert.True(read > Readers);
        Assert.Equal(begun + (Writers * Saves), (await GetAsync(cache, partner)).Facts.FactsVersion);
    }

    private static StandingCache Cache(long rows = 10_000) => new(Options.Create(new StandingCacheOptions { CachedRows = rows }));

    private static StandingKey KeyOf(Partner partner, JudgedEvidence judged) =>
        new(partner.Id, judged.Facts.FactsVersion, judged.Facts.RulebookVersion, judged.AsOf);

    private static async Task<StandingKey> KeyAsync(PortalDbContext db, Partner partner, DateOnly asOf) => new(
        partner.Id,
        await db.Partners.Where(row => row.Id == partner.Id).Select(row => row.FactsVersion).SingleAsync(Cancellation),
        await db.RulebookState.Select(state => state.Version).SingleAsync(Cancellation),
        asOf);

    private async Task<JudgedEvidence> GetAsync(StandingCache cache, Partner partner, DateOnly? asOf = null)
    {
        await using var db = await Database.OpenAsync(partner.Id);
        return await cache.GetAsync(await KeyAsync(db, partner, asOf ?? Day), BuiltInRulebook.Rulebook, new PartnerEvidenceQuery(db), Cancellation);
    }

    private async Task<(Partner Partner, Data.Entities.Customer Customer)> AddPartnerAsync()
    {
        var partner = Rows.Partner(market: Market.Developed);
        var customer = Rows.Customer(partner);
        await SaveAsync(partner.Id, partner, customer, Rows.Line(customer, 60_000, new DateOnly(2017, 5, 31)));
        return (partner, customer);
    }
}
