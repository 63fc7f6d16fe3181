using System.Globalization;

using CompetencyPortal.Data.Auditing;
using CompetencyPortal.Data.Countries;
using CompetencyPortal.Data.Entities;
using CompetencyPortal.Data.Evidence;
using CompetencyPortal.Domain.Competencies;
using CompetencyPortal.Domain.Evidence;
using CompetencyPortal.Domain.Revisions;
using CompetencyPortal.Testing;
using CompetencyPortal.Testing.Databases;

using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

using Customer = CompetencyPortal.Data.Entities.Customer;
using Person = CompetencyPortal.Data.Entities.Person;
using RevenueLine = CompetencyPortal.Data.Entities.RevenueLine;

namespace CompetencyPortal.Data.Tests.Evidence;

public abstract class FactHistoryContract(DatabaseFixture server) : DatabaseContract(server)
{
    private const int Games = 3;
    private const int Acts = 40;

    private static readonly string[] Products = ["crm-online", "dynamics-365-customer-engagement"];
    private static readonly string[] Codes = ["MB2-715", "MB2-716", "70-764"];

    [Fact]
    public Task Load_AfterAnySequenceOfActs_GivesEveryMomentAsItWas() => Dice.PlayAsync(Games, async dice =>
    {
        var partner = Rows.Partner();
        await SaveAsync(null, partner);
        var moments = new List<(DateTimeOffset At, string Facts)>();
        for (var i = 0; i < Acts; i++)
        {
            moments.Add((Database.Clock.Now, await DescribePresentAsync(partner)));
            Database.Clock.Advance(TimeSpan.FromSeconds(1));
            await ActAsync(dice, partner);
        }

        foreach (var (at, facts) in moments)
        {
            var history = await LoadAsync(partner, at);
            Assert.Equal(facts, Describe(history.Then));
            Assert.Equal(await DescribePresentAsync(partner), Describe(history.Now));
        }
    });

    [Fact]
    public async Task ToEvidence_OfThePresent_IsTheEvidenceThatIsLoadedOtherwise()
    {
        await Dice.PlayAsync(1, async dice =>
        {
            var partner = Rows.Partner(market: Market.Developed);
            await SaveAsync(null, partner);
            for (var i = 0; i < Acts; i++)
            {
                await ActAsync(dice, partner);
                Database.Clock.Advance(TimeSpan.FromSeconds(1));
            }

            var day = Database.Clock.Today;
            var credentials = BuiltInRulebook.Rulebook.Credentials;
            var now = (await LoadAsync(partner, Database.Clock.Now)).Now;
            await using var db = await Database.OpenAsync(partner.Id);
            var loaded = await new PartnerEvidenceQuery(db).LoadAsync(partner.Id, day, credentials, Cancellation);
            Assert.Equal(Describe(loaded.Evidence), Describe(now.ToEvidence(now.MarketOn(day), credentials)));
            Assert.Equal(loaded.Market, now.MarketOn(day));
        });
    }

    [Fact]
    public async Task Load_WhenARowWasTouchedOften_TellsWhatBecameOfIt_AndWhoTouchedItLast()
    {
        var partner = Rows.Partner();
        var (ana, ben) = (Guid.CreateVersion7(), Guid.CreateVersion7());
        var customer = Rows.Customer(partner);
        var line = Rows.Line(customer, 100m);
        await SaveAsync(partner.Id, partner, customer, line);
        var since = Database.Clock.Now;

        await ActAsync(partner, ana, db => db.RevenueLines.Single(row => row.Id == line.Id).Amount = 150m);
        await ActAsync(partner, ben, db => db.RevenueLines.Single(row => row.Id == line.Id).Amount = 175.5m);
        var passing = Rows.Line(customer, 1m);
        await ActAsync(partner, ana, db => db.Add(passing));
        await ActAsync(partner, ana, db => db.Remove(db.RevenueLines.Single(row => row.Id == passing.Id)));

        var change = Assert.Single((await LoadAsync(partner, since)).Changes);
        Assert.Equal((FactAct.Edited, ben), (change.Act, change.By!.Value));
        Assert.Equal((100m, 175.5m), (((RevenueLine)change.Before!).Amount, ((RevenueLine)change.After!).Amount));
    }

    [Fact]
    public async Task Load_WhenAChangeWasTakenBack_TellsNothing()
    {
        var partner = Rows.Partner();
        var customer = Rows.Customer(partner, "Northwind");
        await SaveAsync(partner.Id, partner, customer);
        var since = Database.Clock.Now;
        await ActAsync(partner, null, db => db.Customers.Single().Name = "Northwind Traders");
        await ActAsync(partner, null, db => db.Customers.Single().Name = "Northwind");
        Assert.Empty((await LoadAsync(partner, since)).Changes);
    }

    [Fact]
    public async Task Load_WhenAPersonWasErasedFromTheTrail_KeepsWhatIsNotPersonal()
    {
        var partner = Rows.Partner();
        var person = Rows.Person(partner, "Ana Sousa", from: new DateOnly(2020, 1, 1));
        await SaveAsync(partner.Id, partner, person, Rows.Pass(person));
        var since = Database.Clock.Now;
        await ActAsync(partner, null, db => db.Remove(db.People.Include(row => row.Credentials).Single()));
        await using (var request = Database.BeginRequest())
        {
            await request.ServiceProvider.GetRequiredService<PortalDbContext>().EnterPartnerAsync(partner.Id, Cancellation);
            Assert.Equal(1, await request.ServiceProvider.GetRequiredService<PersonalDetailErasure>().EraseAsync(person.Id, Cancellation));
        }

        var then = (await LoadAsync(partner, since)).Then;
        var erased = Assert.Single(then.People.Values);
        Assert.Equal(("", person.From), (erased.Name, erased.From));
        Assert.Single(then.Passes);
    }

    [Fact]
    public async Task Load_WhenStaffSetAnotherMarket_KnowsTheOneBefore()
    {
        var partner = Rows.Partner(country: "PT", market: Market.Developing);
        await SaveAsync(null, partner, Rows.CountryMarket("PT", new DateOnly(2017, 1, 1), Market.Developed));
        var (first, day) = (Database.Clock.Now, Database.Clock.Today);
        await SetMarketAsync(partner, null);
        var second = Database.Clock.Now;
        await SetMarketAsync(partner, Market.Developing);

        Assert.Equal(Market.Developing, (await LoadAsync(partner, first)).Then.MarketOn(day).Market);
        Assert.Equal(Market.Developed, (await LoadAsync(partner, second)).Then.MarketOn(day).Market);
        Assert.Equal(Market.Developing, (await LoadAsync(partner, second)).Now.MarketOn(day).Market);
    }

    [Fact]
    public async Task Load_WhenAnotherOrganisationActed_TellsNothingOfIt()
    {
        var own = Rows.Partner();
        var other = Rows.Partner();
        await SaveAsync(null, own, other);
        var since = Database.Clock.Now;
        await ActAsync(other, null, db => db.Add(Rows.Customer(other)));
        var history = await LoadAsync(own, since);
        Assert.Empty(history.Changes);
        Assert.Empty(history.Now.Customers);
    }

    private async Task<FactHistory> LoadAsync(Partner partner, DateTimeOffset since)
    {
        await using var db = await Database.OpenAsync(partner.Id);
        return await new FactHistoryQuery(db).LoadAsync(since, Cancellation);
    }

    /// <summary>Saves what <paramref name="act"/> does, each row with its event, a second later.</summary>
    private async Task ActAsync(Partner partner, Guid? actor, Action<PortalDbContext> act)
    {
        Database.Clock.Advance(TimeSpan.FromSeconds(1));
        await using var db = await Database.OpenAsync(partner.Id);
        db.ActorId = actor;
        act(db);
        foreach (var entry in db.ChangeTracker.Entries<IPartnerFact>().ToList())
        {
            db.AuditFact(entry.Entity);
        }

        await db.SaveChangesAsync(Cancellation);
    }

    private async Task SetMarketAsync(Partner partner, Market? market)
    {
        Database.Clock.Advance(TimeSpan.FromSeconds(1));
        await using var db = await Database.OpenAsync(partner.Id);
        var row = await db.Partners.SingleAsync(Cancellation);
        var before = row.MarketOverride;
        row.MarketOverride = market;
        db.AuditMarket(row, before, "For the test");
        await db.SaveChangesAsync(Cancellation);
    }

    /// <summary>One random act, or several at once, as people do them.</summary>
    private async Task ActAsync(Dice dice, Partner partner)
    {
        await using var db = await Database.OpenAsync(partner.Id);
        var customers = await db.Customers.Include(row => row.Associations).ToListAsync(Cancellation);
        var lines = await db.RevenueLines.ToListAsync(Cancellation);
        var people = await db.People.Include(row => row.Credentials).ToListAsync(Cancellation);
        var organisation = await db.Partners.SingleAsync(Cancellation);
        DateOnly Day() => new DateOnly(2026, 1, 1).AddDays(dice.Below(300));
        DateOnly? Maybe() => dice.Chance(50) ? Day() : null;
        for (var times = dice.Between(1, 3); times > 0; times--)
        {
            switch (dice.Below(10))
            {
                case 0:
                    db.Add(Rows.Customer(partner, $"Customer “{dice.Below(100)}”\n\\ü"));
                    break;
                case 1 when customers.Count > 0:
                    var renamed = dice.Pick(customers);
                    (renamed.Name, renamed.Code) = ($"Renamed {dice.Below(100)}", dice.Chance(50) ? OwnReference.Parse($"C {dice.Below(1_000_000)}") : null);
                    break;
                case 2 when customers.Count > 0:
                    db.Add(Rows.Association(dice.Pick(customers), Maybe(), type: dice.Pick(Enum.GetValues<AssociationType>())));
                    break;
                case 3 when customers.SelectMany(row => row.Associations).ToList() is { Count: > 0 } associations:
                    var association = dice.Pick(associations);
                    (association.From, association.Until) = (Maybe(), null);
                    break;
                case 4 when customers.Count > 0:
                    db.Add(Rows.Line(dice.Pick(customers), dice.Between(-100_000, 100_000) / 100m, Day(), dice.Pick(Products), dice.Chance(50)));
                    break;
                case 5 when lines.Count > 0 && dice.Pick(lines) is var line && db.Entry(line).State is not EntityState.Deleted:
                    (line.Amount, line.Date, line.CustomerId, line.NetNew) = (dice.Below(1000), Day(), dice.Pick(customers).Id, !line.NetNew);
                    line.Reference = dice.Chance(50) ? OwnReference.Parse($"INV-{dice.Below(1_000_000)}") : null;
                    break;
                case 6 when lines.Count > 0:
                    db.Remove(dice.Pick(lines));
                    break;
                case 7:
                    var person = Rows.Person(partner, $"Person {dice.Below(100)}", Maybe());
                    person.Email = dice.Chance(50) ? EmailAddress.Parse($"p{dice.Below(1_000_000)}@example.com") : null;
                    db.Add(person);
                    db.Add(Rows.Pass(person, dice.Pick(Codes), Day()));
                    break;
                case 8 when people.Count > 0 && dice.Pick(people) is var gone && db.Entry(gone).State is not EntityState.Deleted:
                    db.Remove(gone);
                    break;
                default:
                    if (db.Entry(organisation).State is EntityState.Unchanged)
                    {
                        (organisation.Name, organisation.CountryCode) = ($"Organisation {dice.Below(100)}", CountryCode.Parse(dice.Pick(["FR", "PT"])));
                        db.AuditPartner(organisation);
                    }

                    break;
            }
        }

        foreach (var entry in db.ChangeTracker.Entries<IPartnerFact>().ToList())
        {
            db.AuditFact(entry.Entity);
        }

        await db.SaveChangesAsync(Cancellation);
    }

    private async Task<string> DescribePresentAsync(Partner partner)
    {
        await using var db = await Database.OpenAsync(partner.Id);
        return Describe(
            await db.Partners.AsNoTracking().SingleAsync(Cancellation),
            await db.Customers.AsNoTracking().ToListAsync(Cancellation),
            await db.CustomerAssociations.AsNoTracking().ToListAsync(Cancellation),
            await db.RevenueLines.AsNoTracking().ToListAsync(Cancellation),
            await db.People.AsNoTracking().ToListAsync(Cancellation),
            await db.PersonCredentials.AsNoTracking().ToListAsync(Cancellation));
    }

    private static string Describe(PartnerEvidence evidence)
    {
        static string Of(IEnumerable<Association> associations) => string.Join(' ', associations.Select(one => $"{one.Type} {one.Period}").Order(StringComparer.Ordinal));
        static string Passes(IEnumerable<CredentialPass> passes) => string.Join(' ', passes.Select(one => $"{one.Credential.Code} {one.PassedOn:O}").Order(StringComparer.Ordinal));
        var rows = new List<FormattableString> { $"{evidence.Partner} {evidence.Market}" };
        rows.AddRange(evidence.Revenue.Select(line => (FormattableString)$"{line.Customer.Id} {line.Customer.Name} {Of(line.Customer.Associations)} {line.Product} {line.Date:O} {line.Amount:F2} {line.NetNew}"));
        rows.AddRange(evidence.People.Select(person => (FormattableString)$"{person.Id} {person.Name} {person.Employment} {Passes(person.Passes)}"));
        return string.Join('\n', rows.Select(row => row.ToString(CultureInfo.InvariantCulture)));
    }

    private static string Describe(FactSet facts) => Describe(
        facts.Partner, facts.Customers.Values, facts.Associations.Values, facts.Lines.Values, facts.People.Values, facts.Passes.Values);

    private static string Describe(
        Partner partner, IEnumerable<Customer> customers, IEnumerable<CustomerAssociation> associations, IEnumerable<RevenueLine> lines,
        IEnumerable<Person> people, IEnumerable<PersonCredential> passes)
    {
        var rows = new List<FormattableString> { $"{partner.Name} {partner.CountryCode} {partner.MarketOverride} {partner.PartnerNumber} {partner.MembershipAnniversary:O}" };
        rows.AddRange(customers.OrderBy(row => row.Id).Select(row => (FormattableString)$"{row.Id} {row.Name} {row.Code}"));
        rows.AddRange(associations.OrderBy(row => row.Id).Select(row => (FormattableString)$"{row.Id} {row.CustomerId} {row.Type} {row.From:O} {row.Until:O}"));
        rows.AddRange(lines.OrderBy(row => row.Id).Select(row => (FormattableString)$"{row.Id} {row.CustomerId} {row.Product} {row.Date:O} {row.Amount:F2} {row.NetNew} {row.Reference}"));
        rows.AddRange(people.OrderBy(row => row.Id).Select(row => (FormattableString)$"{row.Id} {row.Name} {row.Email} {row.From:O} {row.Until:O}"));
        rows.AddRange(passes.OrderBy(row => row.Id).Select(row => (FormattableString)$"{row.Id} {row.PersonId} {row.Code} {row.PassedOn:O}"));
        return string.Join('\n', rows.Select(row => row.ToString(CultureInfo.InvariantCulture)));
    }
}
