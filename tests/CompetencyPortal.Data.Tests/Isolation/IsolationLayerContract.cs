using System.Data.Common;
using System.Security.Cryptography;

using CompetencyPortal.Data.Entities;
using CompetencyPortal.Data.Saving;
using CompetencyPortal.Testing.Databases;

using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;

namespace CompetencyPortal.Data.Tests.Isolation;

/// <summary>
/// The walls between organisations, each tried with the others taken away: the query filters as the owner of the tables, whom
/// row-level security lets pass; row-level security by plain SQL, which no filter touches; the check on save on rows that were
/// never read, as the owner.
/// </summary>
public abstract class IsolationLayerContract(DatabaseFixture server) : DatabaseContract(server)
{
    /// <summary>What belongs to no organisation. Whoever adds a type here lets every organisation see all of its rows.</summary>
    private static readonly Type[] Common =
        [typeof(CountryMarket), typeof(DataProtectionKey), typeof(OutgoingMail), typeof(RuleDraft), typeof(RuleRevision), typeof(RulebookState)];

    /// <summary>The facts of an organisation: without one at work there are none.</summary>
    private static readonly Type[] Facts =
        [typeof(BulkChange), typeof(Customer), typeof(CustomerAssociation), typeof(ImportChunk), typeof(ImportRow), typeof(Person), typeof(PersonCredential), typeof(RevenueLine)];

    private readonly Dictionary<Type, int> _before = [];

    [Fact]
    public async Task EveryKindOfRow_HasItsFilterAndItsPolicy_OrIsCommon()
    {
        await SecureAsync();
        await using var db = await Database.OpenAsync();
        var types = db.Model.GetEntityTypes().Where(type => !type.IsOwned()).ToList();
        Assert.True(types.Count > 20);
        var secured = await SecuredTablesAsync(db);
        foreach (var type in types)
        {
            var isCommon = Common.Contains(type.ClrType);
            Assert.True(isCommon != (type.GetDeclaredQueryFilters().Count > 0), $"{type.ClrType.Name} needs a query filter, or a place in the list of what is common.");
            Assert.True(isCommon != secured.Contains(type.GetTableName()!), $"{type.GetTableName()} needs a policy of row-level security, or a place in the list of what is common.");
        }

        Assert.Equal(
            Facts,
            types.Select(type => type.ClrType).Where(type => type.IsAssignableTo(typeof(IPartnerOwned)) && type != typeof(Import)).OrderBy(type => type.Name, StringComparer.Ordinal));
    }

    [Fact]
    public async Task RowLevelSecurityAlone_ShowsTheRowsOfTheOrganisationAtWork()
    {
        var (own, _) = await ArrangeAsync();
        await using var db = await Database.OpenAsync(own.Id);
        foreach (var type in Owned(db))
        {
            Assert.Equal((type.ClrType.Name, 1), (type.ClrType.Name, await CountAsync(db, type)));
        }
    }

    [Fact]
    public async Task RowLevelSecurityAlone_WhenNoOrganisationIsAtWork_ShowsNobodysFacts()
    {
        await ArrangeAsync();
        await using var db = await Database.OpenAsync();
        foreach (var type in Owned(db))
        {
            Assert.Equal((type.ClrType.Name, Facts.Contains(type.ClrType) ? 0 : 2), (type.ClrType.Name, await CountAsync(db, type) - OfNobody(type)));
        }
    }

    [Fact]
    public async Task RowLevelSecurityAlone_LeavesTheRowsOfOthersUntouched()
    {
        var (own, _) = await ArrangeAsync();
        await using var db = await Database.OpenAsync(own.Id);
        foreach (var type in Owned(db).Where(type => type.ClrType != typeof(AuditEvent) && type.ClrType != typeof(AuditPersonalDetail)))
        {
            var column = Delimited(db, type.FindPrimaryKey()!.Properties[0].GetColumnName());
            var touched = await ExecuteAsync(db, $"UPDATE {Table(db, type)} SET {column} = {column}");
            Assert.Equal((type.ClrType.Name, 1), (type.ClrType.Name, touched));
        }

        Assert.Equal(1, await ExecuteAsync(db, $"DELETE FROM {Delimited(db, "RevenueLines")}"));
        Assert.Equal(1, await ExecuteAsync(db, $"DELETE FROM {Delimited(db, "UserSessions")}"));
        await using var owner = Database.OpenAsOwner();
        Assert.Equal(1, await CountAsync(owner, Type<RevenueLine>(owner)));
        Assert.Equal(1, await CountAsync(owner, Type<UserSession>(owner)));
    }

    [Theory]
    [InlineData("Customers")]
    [InlineData("People")]
    [InlineData("Users")]
    [InlineData("Invitations")]
    public async Task RowLevelSecurityAlone_LetsNoRowMoveToAnotherOrganisation(string table)
    {
        var (own, other) = await ArrangeAsync();
        await using var db = await Database.OpenAsync(own.Id);
        var move = $"UPDATE {Delimited(db, table)} SET {Delimited(db, "PartnerId")} = '{other.Id}'";
        var refusal = await Assert.ThrowsAnyAsync<DbException>(() => ExecuteAsync(db, move));
        Assert.True(IsRefusedByPolicy(refusal), refusal.Message);
    }

    [Fact]
    public async Task RowLevelSecurityAlone_LetsNoRowBeAddedForAnotherOrganisation()
    {
        var (own, other) = await ArrangeAsync();
        await using var db = await Database.OpenAsync(own.Id);
        var add = $"INSERT INTO {Delimited(db, "Customers")} ({Delimited(db, "Id")}, {Delimited(db, "PartnerId")}, {Delimited(db, "Name")}, {Delimited(db, "Version")}) "
            + $"VALUES ('{Guid.CreateVersion7()}', '{other.Id}', 'Smuggled', 1)";
        var refusal = await Assert.ThrowsAnyAsync<DbException>(() => ExecuteAsync(db, add));
        Assert.True(IsRefusedByPolicy(refusal), refusal.Message);
    }

    [Fact]
    public async Task FiltersAlone_ShowTheRowsOfTheOrganisationAtWork()
    {
        var (own, _) = await ArrangeAsync();
        await using var db = Database.OpenAsOwner();
        foreach (var type in Owned(db))
        {
            Assert.Equal((type.ClrType.Name, 2), (type.ClrType.Name, await CountAsync(db, type) - OfNobody(type)));
        }

        db.PartnerScope = own.Id;
        foreach (var type in Owned(db))
        {
            Assert.Equal((type.ClrType.Name, 1), (type.ClrType.Name, (await Rows(db, type).ToListAsync(Cancellation)).Count));
        }
    }

    [Fact]
    public async Task FiltersAlone_WhenNoOrganisationIsAtWork_ShowNobodysFacts()
    {
        await ArrangeAsync();
        await using var db = Database.OpenAsOwner();
        foreach (var type in Facts.Select(type => db.Model.FindEntityType(type)!))
        {
            Assert.Empty(await Rows(db, type).ToListAsync(Cancellation));
        }
    }

    [Theory]
    [InlineData(EntityState.Added)]
    [InlineData(EntityState.Modified)]
    [InlineData(EntityState.Deleted)]
    public async Task CheckOnSaveAlone_RefusesTheRowsOfOthers(EntityState state)
    {
        var (own, other) = await ArrangeAsync();
        await using var read = Database.OpenAsOwner();
        var tried = 0;
        foreach (var type in new[] { typeof(Partner), typeof(PortalUser), typeof(Invitation), typeof(Import), typeof(AuditEvent) }.Concat(Facts))
        {
            var entityType = read.Model.FindEntityType(type)!;
            var rows = await Rows(read, entityType).IgnoreQueryFilters().AsNoTracking().ToListAsync(Cancellation);
            var foreign = rows.Single(row => PartnerOf(read, row) == other.Id);
            await using var db = Database.OpenAsOwner();
            db.PartnerScope = own.Id;
            db.Entry(foreign).State = state;
            await Assert.ThrowsAsync<ForeignPartnerException>(() => db.SaveChangesAsync(Cancellation));
            tried++;
        }

        Assert.Equal(13, tried);
    }

    /// <summary>Puts row-level security in force, where the migrations have not.</summary>
    protected abstract Task SecureAsync();

    /// <summary>The statement that lists the tables with a policy that is in force.</summary>
    protected abstract string SecuredTablesSql { get; }

    protected abstract bool IsRefusedByPolicy(DbException exception);

    private async Task<HashSet<string>> SecuredTablesAsync(PortalDbContext db) =>
        [.. await db.Database.SqlQueryRaw<string>(SecuredTablesSql).ToListAsync(Cancellation)];

    /// <summary>Two organisations with one row of every kind each.</summary>
    private async Task<(Partner Own, Partner Other)> ArrangeAsync()
    {
        await SecureAsync();
        await using var owner = Database.OpenAsOwner();
        foreach (var type in Owned(owner))
        {
            _before[type.ClrType] = await CountAsync(owner, type);
        }

        return (await AddAsync("Fabrikam"), await AddAsync("Contoso"));
    }

    private async Task<Partner> AddAsync(string name)
    {
        var partner = Testing.Rows.Partner(name);
        var user = Testing.Rows.User(partner);
        var customer = Testing.Rows.Customer(partner);
        var person = Testing.Rows.Person(partner);
        var import = Testing.Rows.Import(partner);
        var now = Database.Clock.GetUtcNow();
        await using var db = await Database.OpenAsync(partner.Id);
        db.Audit("Partner.Added", nameof(Partner), partner.Id.ToString(), personal: new AuditPersonalDetail { SubjectId = user.Id, Text = name });
        await SaveAsync(
            partner.Id,
            partner, user, customer, Testing.Rows.Association(customer), Testing.Rows.Line(customer), Testing.Rows.BulkChange(partner, user),
            import, Testing.Rows.ImportChunk(import), Testing.Rows.ImportRow(import), person, Testing.Rows.Pass(person),
            new UserSession { UserId = user.Id, TokenHash = Hash(name), Stage = SessionStage.Complete, CreatedAt = now, LastSeenAt = now, ExpiresAt = now.AddDays(1) },
            new PasswordReset { UserId = user.Id, TokenHash = Hash(name), CreatedAt = now, ExpiresAt = now.AddHours(1) },
            new PasskeyChallenge { UserId = user.Id, State = name, ExpiresAt = now.AddHours(1) },
            Testing.Rows.Invitation(partner, user, now),
            new IdentityUserClaim<Guid> { UserId = user.Id, ClaimType = "type", ClaimValue = name },
            new IdentityUserLogin<Guid> { UserId = user.Id, LoginProvider = "provider", ProviderKey = name },
            new IdentityUserToken<Guid> { UserId = user.Id, LoginProvider = "provider", Name = "token", Value = name },
            PasskeyOf(user, name));
        await db.SaveChangesAsync(Cancellation);
        return partner;
    }

    private static IdentityUserPasskey<Guid> PasskeyOf(PortalUser user, string name) =>
        new() { UserId = user.Id, CredentialId = Hash(name), Data = new IdentityPasskeyData { PublicKey = [4], AttestationObject = [], ClientDataJson = [] } };

    private static byte[] Hash(string name) => SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(name));

    /// <summary>How many rows there are that belong to no organisation, such as the programme's own events.</summary>
    private int OfNobody(IEntityType type) => _before.GetValueOrDefault(type.ClrType);

    private static Guid? PartnerOf(PortalDbContext db, object row) =>
        (Guid?)db.Entry(row).Property(row is Partner ? nameof(Partner.Id) : nameof(IPartnerOwned.PartnerId)).CurrentValue;

    private static IEnumerable<IEntityType> Owned(PortalDbContext db) =>
        db.Model.GetEntityTypes().Where(type => !type.IsOwned() && !Common.Contains(type.ClrType));

    private static IEntityType Type<TRow>(PortalDbContext db) => db.Model.FindEntityType(typeof(TRow))!;

    private static IQueryable<object> Rows(PortalDbContext db, IEntityType type) =>
        (IQueryable<object>)typeof(DbContext).GetMethod(nameof(DbContext.Set), 1, [])!.MakeGenericMethod(type.ClrType).Invoke(db, [])!;

    private static string Delimited(PortalDbContext db, string name) => db.GetService<ISqlGenerationHelper>().DelimitIdentifier(name);

    private static string Table(PortalDbContext db, IEntityType type) => Delimited(db, type.GetTableName()!);

    private static Task<int> CountAsync(PortalDbContext db, IEntityType type)
    {
        var count = $"""SELECT CAST(COUNT(*) AS int) AS {Delimited(db, "Value")} FROM {Table(db, type)}""";
        return db.Database.SqlQueryRaw<int>(count).SingleAsync(Cancellation);
    }

    private static Task<int> ExecuteAsync(PortalDbContext db, string sql) => db.Database.ExecuteSqlRawAsync(sql, Cancellation);
}
