using System.Security.Cryptography;

using CompetencyPortal.Data.Entities;
using CompetencyPortal.Data.Imports;
using CompetencyPortal.Data.Imports.Effects;
using CompetencyPortal.Data.Rules;
using CompetencyPortal.Data.Values;
using CompetencyPortal.Domain.Competencies;
using CompetencyPortal.Domain.Credentials;
using CompetencyPortal.Domain.Evidence;
using CompetencyPortal.Domain.Revisions;
using CompetencyPortal.Testing;
using CompetencyPortal.Testing.Databases;

using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;

namespace CompetencyPortal.Data.Tests.Entities;

public abstract class RoundTripContract(DatabaseFixture server) : DatabaseContract(server)
{
    [Fact]
    public async Task SaveChanges_WhenARowOfEachKindIsAdded_ReadsBackWhatWasWritten()
    {
        var partner = Rows.Partner("Ünïcode 合作夥伴 🙂", "ab-1", "TW", Market.Developing);
        var user = Rows.User(partner, maySeeAmounts: true, displayName: "Анна");
        var customer = Rows.Customer(partner, "L’Étoile", "k 合-1");
        var person = Rows.Person(partner, "小明", DateOnly.MinValue, new DateOnly(9999, 12, 31), "Léa@Fabrikam.example");
        var import = Rows.Import(partner);
        import.Problem = ImportError.Of(ImportErrorCode.FileNotUtf8, null, 12);
        import.Effect = new ImportEffect(new DateOnly(2026, 11, 20), [new OptionEffect("a", "b", Tier.Gold, null, [new RequirementEffect(Tier.Silver, 0, null, 1.5m, -2m)])]);
        object[] rows =
        [
            partner, user, customer, person, import, Rows.ImportChunk(import),
            new ImportRow
            {
                PartnerId = partner.Id, ImportId = import.Id, Number = 7, Line = 9, Outcome = ImportOutcome.Refused, Cells = ["合", "", "\"x\""],
                Errors = [ImportError.Of(ImportErrorCode.ProductUnknown, ImportColumn.Product, "«x»")], Changes = [new ImportChange(ImportColumn.From, null, "2026-02-28")],
                Identity = user.Id, Content = long.MinValue, SubjectId = customer.Id, SubjectOutcome = ImportOutcome.Changed, SubjectVersion = 3,
                TargetId = person.Id, TargetOutcome = ImportOutcome.New, TargetVersion = 4, Reference = OwnReference.Parse("ré 1"), Name = "L’Étoile",
                Email = EmailAddress.Parse("léa@fabrikam.example"), Product = new ProductCode("crm-online"), Date = DateOnly.MaxValue, Amount = -Money.Largest, NetNew = true,
                Association = AssociationType.FastTrackPartner, From = DateOnly.MinValue, Until = new DateOnly(2017, 12, 31), Credential = CredentialCode.Parse("70-764"),
            },
            new UserSession
            {
                UserId = user.Id, TokenHash = SHA256.HashData("token"u8), Stage = SessionStage.SecondFactorAwaited, UserAgent = "Mozilla/5.0", CreatedAt = Instants.Precise, LastSeenAt = Instants.Precise, ExpiresAt = Instants.Precise.AddHours(1),
            },
            new Invitation
            {
                PartnerId = partner.Id, Email = "léa@fabrikam.example", NormalizedEmail = "LÉA@FABRIKAM.EXAMPLE", DisplayName = "Léa Étoile", Role = PortalRole.PartnerMember,
                Culture = "zh-Hant", TokenHash = SHA256.HashData("invitation"u8), InvitedBy = user.Id, CreatedAt = Instants.Precise, ExpiresAt = Instants.Precise.AddDays(7),
            },
            new PasswordReset
            {
                UserId = user.Id, TokenHash = SHA256.HashData("reset"u8), CreatedAt = Instants.Precise, ExpiresAt = Instants.Precise.AddHours(1),
            },
            new PasskeyChallenge { UserId = user.Id, State = "{\"z\":1,\"a\":2}", ExpiresAt = Instants.Precise },
            new OutgoingMail
            {
                Recipient = "lea@fabrikam.example", Subject = "邀請", ProtectedText = "…", CreatedAt = Instants.Precise, ExpiresAt = Instants.Precise.AddDays(7),
                DueAt = Instants.Precise, Attempts = 3, Failure = "The server did not answer.",
            },
            Rows.Association(customer, null, new DateOnly(2017, 12, 31), AssociationType.FastTrackPartner),
            Rows.Line(customer, -Money.Largest, new DateOnly(2016, 2, 29), "ax-2012-on-premises", netNew: false, reference: "ré 2016/02"),
            Rows.BulkChange(partner, user, BulkAct.Edited),
            Rows.Pass(person, "70-764", new DateOnly(2027, 1, 1)),
            Rows.CountryMarket("TW", new DateOnly(2017, 1, 1), null),
            Rows.Draft("cloud-business-applications", new DateOnly(2027, 1, 1), "{ \"keeps\": 1,\r\n \"order\": \"合\" }"),
            PublishedRevision.ToRow("a-competency", BuiltInRulebook.Rulebook.Competencies[0].History.Revisions[0], Instants.Stored, "Because", user.Id),
            new AuditEvent
            {
                Action = "Thing.Done", EntityType = "Thing", EntityId = "1", Details = "amount", ActorId = user.Id, PartnerId = partner.Id,
                Personal = new AuditPersonalDetail { SubjectId = user.Id, Text = "Анна" },
            },
            new DataProtectionKey { FriendlyName = "key-1", Xml = "<key/>" },
            new IdentityUserClaim<Guid> { UserId = user.Id, ClaimType = "type", ClaimValue = "value" },
            new IdentityUserLogin<Guid> { UserId = user.Id, LoginProvider = "provider", ProviderKey = "key", ProviderDisplayName = "Name" },
            new IdentityUserToken<Guid> { UserId = user.Id, LoginProvider = "provider", Name = "token", Value = "value" },
            new IdentityUserPasskey<Guid>
            {
                UserId = user.Id, CredentialId = [1, 2, 3],
                Data = new IdentityPasskeyData { PublicKey = [4], CreatedAt = Instants.Stored, AttestationObject = [5], ClientDataJson = [6] },
            },
        ];
        await SaveAsync(partner.Id, rows);

        await using var written = await Database.OpenAsync(partner.Id);
        await using var read = await Database.OpenAsync(partner.Id);
        var examined = new HashSet<Type>();
        foreach (var row in rows.Append(rows.OfType<AuditEvent>().Single().Personal!))
        {
            var expected = written.Attach(row);
            var actual = read.Entry(await read.FindAsync(row.GetType(), Key(expected), Cancellation) ?? throw new InvalidOperationException($"{row.GetType()} is gone."));
            foreach (var property in expected.Metadata.GetProperties())
            {
                var value = expected.Property(property).CurrentValue;
                Assert.Equal(value is DateTimeOffset instant ? Instant.ToStored(instant) : value, actual.Property(property).CurrentValue);
            }

            examined.Add(row.GetType());
        }

        var state = await read.RulebookState.SingleAsync(Cancellation);
        Assert.True(state.Version > 1);
        examined.Add(state.GetType());
        Assert.Empty(read.Model.GetEntityTypes().Where(type => !type.IsOwned()).Select(type => type.ClrType).Except(examined));
    }

    [Fact]
    public async Task Passkey_WhenItIsReadBack_HasItsData()
    {
        var user = Rows.User();
        await SaveAsync(null, user, new IdentityUserPasskey<Guid>
        {
            UserId = user.Id,
            CredentialId = [1],
            Data = new IdentityPasskeyData { PublicKey = [4, 5], Name = "Ma clé", AttestationObject = [], ClientDataJson = [] },
        });

        await using var db = await Database.OpenAsync();
        var passkey = await db.Set<IdentityUserPasskey<Guid>>().SingleAsync(Cancellation);
        Assert.Equal("Ma clé", passkey.Data.Name);
        Assert.Equal([4, 5], passkey.Data.PublicKey);
    }

    private static object?[] Key(EntityEntry entry) =>
        [.. entry.Metadata.FindPrimaryKey()!.Properties.Select(property => entry.Property(property).CurrentValue)];

    private static class Instants
    {
        public static DateTimeOffset Precise { get; } = new DateTimeOffset(2026, 11, 20, 13, 14, 15, TimeSpan.FromHours(2)).AddTicks(1_234_567);

        public static DateTimeOffset Stored { get; } = Instant.ToStored(Precise);
    }
}
