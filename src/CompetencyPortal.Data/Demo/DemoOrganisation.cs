using System.Globalization;
using System.Security.Cryptography;
using System.Text;

using CompetencyPortal.Data.Accounts;
using CompetencyPortal.Data.Countries;
using CompetencyPortal.Data.Entities;
using CompetencyPortal.Domain.Competencies;
using CompetencyPortal.Domain.Credentials;
using CompetencyPortal.Domain.Evidence;

using Customer = CompetencyPortal.Data.Entities.Customer;
using Person = CompetencyPortal.Data.Entities.Person;
using RevenueLine = CompetencyPortal.Data.Entities.RevenueLine;

namespace CompetencyPortal.Data.Demo;

/// <summary>One organisation of the demo while it is made up: its accounts and its facts, dated from the day of seeding.</summary>
internal sealed class DemoOrganisation
{
    private readonly DemoDice _dice;
    private readonly DateOnly _today;
    private readonly HashSet<EmailAddress> _addresses = [];
    private int _customers;
    private int _sales;

    public DemoOrganisation(DemoDice dice, DateOnly today, string name, string number, string country, DateOnly membershipAnniversary)
    {
        _dice = dice;
        _today = today;
        Partner = new Partner
        {
            Id = dice.Key(),
            Name = name,
            PartnerNumber = PartnerNumber.Parse(number),
            CountryCode = CountryCode.Parse(country),
            MembershipAnniversary = membershipAnniversary,
        };
        Rows.Add(Partner);
    }

    public Partner Partner { get; }

    /// <summary>Everything to be stored, in order of making.</summary>
    public List<object> Rows { get; } = [];

    public void Account(string name, string email, PortalRole role, bool maySeeAmounts = true) =>
        Rows.Add(DemoAccount.Create(_dice, name, email, role, Partner.Id, maySeeAmounts));

    /// <summary>A member who has been invited by the first account and has not answered. Nobody has the link; sent again, the invitation gets one.</summary>
    public void Invitation(string name, string email)
    {
        var digest = SHA256.HashData(Encoding.UTF8.GetBytes(email));
        var sentAt = new DateTimeOffset(DaysAgo(2), new TimeOnly(9, 30), TimeSpan.Zero);
        Rows.Add(new Invitation
        {
            Id = new Guid(digest.AsSpan(0, 16)),
            PartnerId = Partner.Id,
            Email = email,
            NormalizedEmail = email.ToUpperInvariant(),
            DisplayName = name,
            Role = PortalRole.PartnerMember,
            Culture = "fr",
            TokenHash = digest,
            InvitedBy = Rows.OfType<PortalUser>().First().Id,
            CreatedAt = sentAt,
            ExpiresAt = sentAt + new InvitationLimits().Lifetime,
        });
    }

    /// <summary>A customer, associated as Digital Partner of Record since <paramref name="sinceDaysAgo"/>; null is not associated.</summary>
    public Customer Customer(string name, int? sinceDaysAgo = 700)
    {
        var customer = Add(new Customer { Id = _dice.Key(), PartnerId = Partner.Id, Name = name, Code = OwnReference.Parse($"C-{++_customers:000}") });
        if (sinceDaysAgo is { } days)
        {
            Associate(customer, AssociationType.DigitalPartnerOfRecord, days);
        }

        return customer;
    }

    public void Associate(Customer customer, AssociationType type, int sinceDaysAgo, int? untilDaysAgo = null) => Add(new CustomerAssociation
    {
        Id = _dice.Key(),
        PartnerId = Partner.Id,
        CustomerId = customer.Id,
        Type = type,
        From = DaysAgo(sinceDaysAgo),
        Until = untilDaysAgo is { } until ? DaysAgo(until) : null,
    });

    public void Sale(Customer customer, string product, int daysAgo, decimal amount, bool netNew = true) =>
        Sale(customer, product, DaysAgo(daysAgo), amount, netNew);

    public void Sale(Customer customer, string product, DateOnly date, decimal amount, bool netNew = true) => Add(new RevenueLine
    {
        Id = _dice.Key(),
        PartnerId = Partner.Id,
        CustomerId = customer.Id,
        Product = new ProductCode(product),
        Date = date,
        Amount = amount,
        NetNew = netNew,
        Reference = OwnReference.Parse($"INV-{date.Year}-{++_sales:00000}"),
    });

    /// <summary>Somebody who joined so many days ago and passed these credentials, one every few weeks, the last some months ago.</summary>
    public Person Person(string name, int joinedDaysAgo, params string[] codes)
    {
        var person = Add(new Person { Id = _dice.Key(), PartnerId = Partner.Id, Name = name, Email = AddressOf(name), From = DaysAgo(joinedDaysAgo) });
        var daysAgo = _dice.Between(90, 400);
        foreach (var code in codes.Reverse())
        {
            Pass(person, code, DaysAgo(daysAgo));
            daysAgo += _dice.Between(20, 75);
        }

        return person;
    }

    public void Pass(Person person, string code, DateOnly passedOn) => Add(new PersonCredential
    {
        Id = _dice.Key(),
        PartnerId = Partner.Id,
        PersonId = person.Id,
        Code = CredentialCode.Parse(code),
        PassedOn = passedOn,
    });

    /// <summary>An address of the organisation made of the name; null where it has letters that addresses lack, or somebody has it.</summary>
    private EmailAddress? AddressOf(string name)
    {
        var letters = name.Normalize(NormalizationForm.FormD).Where(c => char.GetUnicodeCategory(c) is not UnicodeCategory.NonSpacingMark).Select(c => c is ' ' ? '.' : c);
        var domain = Rows.OfType<PortalUser>().First().Email!.Split('@')[1];
        return EmailAddress.TryParse($"{string.Concat(letters)}@{domain}", out var address) && address.Value.All(char.IsAscii) && _addresses.Add(address) ? address : null;
    }

    private DateOnly DaysAgo(int days) => _today.AddDays(-days);

    private TRow Add<TRow>(TRow row)
        where TRow : notnull
    {
        Rows.Add(row);
        return row;
    }
}
