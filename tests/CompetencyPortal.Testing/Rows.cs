using System.Collections.Immutable;
using CompetencyPortal.Data.Accounts;
using CompetencyPortal.Data.Countries;
using CompetencyPortal.Data.Entities;
using CompetencyPortal.Data.Imports;
using CompetencyPortal.Data.Revenue;
using CompetencyPortal.Domain.Competencies;
using CompetencyPortal.Domain.Credentials;
using CompetencyPortal.Domain.Evidence;
using Customer = CompetencyPortal.Data.Entities.Customer;
using Person = CompetencyPortal.Data.Entities.Person;
using RevenueLine = CompetencyPortal.Data.Entities.RevenueLine;

namespace CompetencyPortal.Testing;

/// <summary>Rows with everything filled in; a test names what it is about.</summary>
public static class Rows
{
    public static Partner Partner(string name = "Fabrikam", string? number = null, string country = "FR", Market? market = null) => new()
    {
        Name = name,
        PartnerNumber = PartnerNumber.Parse(number ?? Guid.CreateVersion7().ToString("N")),
        CountryCode = CountryCode.Parse(country),
        MarketOverride = market,
        MembershipAnniversary = new DateOnly(2012, 2, 29),
    };

    public static PortalUser User(
        Partner? partner = null, PortalRole? role = null, string? email = null, bool maySeeAmounts = false, string displayName = "Ana Sousa",
        bool isDemo = false)
    {
        var address = email ?? $"{Guid.CreateVersion7():N}@example.com";
        return new PortalUser
        {
            DisplayName = displayName,
            Role = role ?? (partner is null ? PortalRole.ProgrammeAdmin : PortalRole.PartnerAdmin),
            PartnerId = partner?.Id,
            MaySeeAmounts = maySeeAmounts,
            IsDemo = isDemo,
            UserName = address,
            NormalizedUserName = address.ToUpperInvariant(),
            Email = address,
            NormalizedEmail = address.ToUpperInvariant(),
        };
    }

    /// <summary>An invitation whose link nobody knows, from <paramref name="inviter"/> and until a week after <paramref name="now"/>.</summary>
    public static Invitation Invitation(Partner? partner, PortalUser inviter, DateTimeOffset now, PortalRole? role = null, string displayName = "Cleo Invited")
    {
        var address = $"{Guid.CreateVersion7():N}@example.com";
        return new Invitation
        {
            PartnerId = partner?.Id,
            Email = address,
            NormalizedEmail = address.ToUpperInvariant(),
            DisplayName = displayName,
            Role = role ?? (partner is null ? PortalRole.ProgrammeEditor : PortalRole.PartnerMember),
            Culture = "en",
            TokenHash = SecretToken.Create().Hash(),
            InvitedBy = inviter.Id,
            CreatedAt = now,
            ExpiresAt = now.AddDays(7),
        };
    }

    public static Customer Customer(Partner partner, string name = "Northwind", string? code = null) =>
        new() { PartnerId = partner.Id, Name = name, Code = code is null ? null : OwnReference.Parse(code) };

    public static CustomerAssociation Association(
        Customer customer, DateOnly? from = null, DateOnly? until = null, AssociationType type = AssociationType.DigitalPartnerOfRecord) =>
        new() { PartnerId = customer.PartnerId, CustomerId = customer.Id, Type = type, From = from, Until = until };

    public static RevenueLine Line(Customer customer, decimal amount = 100m, DateOnly? date = null, string product = "crm-online", bool netNew = true, string? reference = null) => new()
    {
        PartnerId = customer.PartnerId,
        CustomerId = customer.Id,
        Product = new ProductCode(product),
        Date = date ?? new DateOnly(2026, 11, 1),
        Amount = amount,
        NetNew = netNew,
        Reference = reference is null ? null : OwnReference.Parse(reference),
    };

    public static Person Person(Partner partner, string name = "Ana", DateOnly? from = null, DateOnly? until = null, string? email = null) => new()
    {
        PartnerId = partner.Id,
        Name = name,
        Email = email is null ? null : EmailAddress.Parse(email),
        From = from,
        Until = until,
    };

    public static PersonCredential Pass(Person person, string code = "MB2-715", DateOnly? passedOn = null) => new()
    {
        PartnerId = person.PartnerId,
        PersonId = person.Id,
        Code = CredentialCode.Parse(code),
        PassedOn = passedOn ?? new DateOnly(2026, 3, 1),
    };

    public static BulkChange BulkChange(Partner partner, PortalUser actor, BulkAct act = BulkAct.Deleted, DateTimeOffset? expiresAt = null) => new()
    {
        PartnerId = partner.Id,
        ActorId = actor.Id,
        Act = act,
        OccurredAt = new DateTimeOffset(2026, 11, 19, 8, 0, 0, TimeSpan.Zero),
        ExpiresAt = expiresAt ?? new DateTimeOffset(2026, 11, 20, 8, 0, 0, TimeSpan.Zero),
        Lines = 1,
        Before = BulkRecord.Of(null, []).Write(),
    };

    /// <summary>An import whose file is in the portal and whose rows are checked.</summary>
    public static Import Import(Partner partner, ImportKind kind = ImportKind.Revenue, ImportState state = ImportState.Checked) => new()
    {
        PartnerId = partner.Id,
        Kind = kind,
        State = state,
        FileName = "2026 収入.csv",
        Size = 3,
        Sha256 = new string('a', 64),
        Settings = new ImportSettings(ImportDelimiter.Semicolon, "fr-FR", ImmutableSortedDictionary<ImportColumn, int>.Empty.Add(ImportColumn.Amount, 2)),
        StartedBy = null,
        CreatedAt = new DateTimeOffset(2026, 11, 20, 8, 0, 0, TimeSpan.Zero),
        ExpiresAt = new DateTimeOffset(2026, 11, 21, 8, 0, 0, TimeSpan.Zero),
    };

    public static ImportChunk ImportChunk(Import import) => new() { PartnerId = import.PartnerId, ImportId = import.Id, Number = 0, Content = [1, 2, 3] };

    public static ImportRow ImportRow(Import import, int number = 1, ImportOutcome outcome = ImportOutcome.New) => new()
    {
        PartnerId = import.PartnerId,
        ImportId = import.Id,
        Number = number,
        Line = number + 1,
        Outcome = outcome,
    };

    public static CountryMarket CountryMarket(string country, DateOnly from, Market? market) => new()
    {
        CountryCode = CountryCode.Parse(country),
        EffectiveFrom = from,
        Market = market,
        Reason = "Classified for the test",
    };

    public static RuleDraft Draft(string competency, DateOnly effectiveFrom, string document, Guid? createdBy = null) => new()
    {
        CompetencyCode = competency,
        EffectiveFrom = effectiveFrom,
        Document = document,
        Reason = "The programme changed",
        Source = "Partner letter",
        CreatedBy = createdBy ?? Guid.CreateVersion7(),
        CreatedAt = new DateTimeOffset(2026, 11, 19, 8, 0, 0, TimeSpan.Zero),
    };
}
