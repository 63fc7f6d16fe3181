using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Nodes;

using CompetencyPortal.Domain.Competencies;
using CompetencyPortal.Domain.Credentials;
using CompetencyPortal.Domain.Documents;
using CompetencyPortal.Domain.Revisions;

namespace CompetencyPortal.Domain.Evidence;

/// <summary>The evidence of one partner as a JSON document. It is read whole or refused with everything that is wrong with it.</summary>
/// <param name="Evidence">The evidence.</param>
/// <param name="Customers">Every customer that the document states, those without revenue too, in its order.</param>
/// <param name="AsOf">The as-of date that the document names; null if it names none.</param>
public sealed record EvidenceDocument(PartnerEvidence Evidence, ImmutableArray<Customer> Customers, DateOnly? AsOf)
{
    /// <summary>How much may wait in the writer before it is passed on.</summary>
    private const int Pending = 1 << 16;

    private static readonly Property<string?> PartnerName = new("name", new TextShape());
    private static readonly Property<Market?> PartnerMarket = new("market", new ChoiceShape<Market>(nullable: true));
    private static readonly Property<DocumentObject?> Partner = new("partner", new ObjectShape("partner", PartnerName, PartnerMarket));

    private static readonly Property<DateOnly?> AsOfDate = new("asOf", new DateShape(nullable: true), optional: true);

    private static readonly Property<DateOnly?> From = new("from", new DateShape(nullable: true));
    private static readonly Property<DateOnly?> Until = new("until", new DateShape(nullable: true));

    private static readonly Property<AssociationType?> AssociationKind = new("type", new ChoiceShape<AssociationType>());
    private static readonly Property<ImmutableArray<DocumentItem<DocumentObject>>> Associations =
        new("associations", new ListShape<DocumentObject>(new ObjectShape("association", AssociationKind, From, Until)));

    private static readonly Property<string?> CustomerId = new("id", new TextShape());
    private static readonly Property<string?> CustomerName = new("name", new TextShape());
    private static readonly Property<ImmutableArray<DocumentItem<DocumentObject>>> CustomerList =
        new("customers", new ListShape<DocumentObject>(new ObjectShape("customer", CustomerId, CustomerName, Associations)));

    private static readonly Property<string?> LineCustomer = new("customer", new TextShape());
    private static readonly Property<string?> LineProduct = new("product", new TextShape());
    private static readonly Property<DateOnly?> LineDate = new("date", new DateShape());
    private static readonly Property<decimal?> LineAmount = new("amount", new AmountShape(mayBeNegative: true));
    private static readonly Property<bool?> LineNetNew = new("netNew", new FlagShape());
    private static readonly Property<ImmutableArray<DocumentItem<DocumentObject>>> Revenue =
        new("revenue", new ListShape<DocumentObject>(new ObjectShape("revenueLine", LineCustomer, LineProduct, LineDate, LineAmount, LineNetNew)));

    private static readonly Property<string?> PassCode = new("code", new TextShape());
    private static readonly Property<DateOnly?> PassedOn = new("passedOn", new DateShape());
    private static readonly Property<ImmutableArray<DocumentItem<DocumentObject>>> Passes =
        new("credentials", new ListShape<DocumentObject>(new ObjectShape("credentialPass", PassCode, PassedOn)));

    private static readonly Property<string?> PersonId = new("id", new TextShape());
    private static readonly Property<string?> PersonName = new("name", new TextShape());
    private static readonly Property<ImmutableArray<DocumentItem<DocumentObject>>> People =
        new("people", new ListShape<DocumentObject>(new ObjectShape("person", PersonId, PersonName, From, Until, Passes)));

    private static readonly ObjectShape Shape = new("evidence", Partner, AsOfDate, CustomerList, Revenue, People);

    /// <summary>The JSON Schema of an evidence document.</summary>
    public static JsonObject Schema() => DocumentSchema.Of("Evidence of one partner", Shape);

    /// <summary>Reads one document.</summary>
    /// <param name="document">The document.</param>
    /// <param name="rulebook">Knows the products and credentials that the evidence may name.</param>
    /// <param name="errors">Receives everything that is wrong.</param>
    /// <param name="index">The document's place where it stands in an array of documents.</param>
    /// <returns>The evidence; null if anything is wrong.</returns>
    public static EvidenceDocument? Read(JsonElement document, Rulebook rulebook, DocumentErrors errors, long? index = null)
    {
        var before = errors.Count;
        var path = index is { } place ? DocumentPath.Root.Item(place) : DocumentPath.Root;
        if (Shape.Read(document, path, errors) is not { } root)
        {
            return null;
        }

        var partner = root.Read(Partner);
        var name = partner?.Read(PartnerName);
        var market = partner?.Read(PartnerMarket);
        var asOf = root.Read(AsOfDate);
        var customers = ReadCustomers(root, errors, out var allKnown);
        var revenue = ReadRevenue(root, rulebook, customers, allKnown);
        var people = ReadPeople(root, rulebook);
        return errors.Count > before ? null : new EvidenceDocument(new PartnerEvidence(name!, market, revenue, people), [.. customers.Values], asOf);
    }

    /// <summary>Writes the document; what <see cref="Read"/> makes of it is judged alike. Its people stand in the order of <see cref="PartnerEvidence.People"/>.</summary>
    /// <param name="json">Receives it, and is emptied into its stream from time to time.</param>
    public void Write(Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteStartObject("partner");
        json.WriteString("name", Evidence.Partner);
        json.WriteString("market", Evidence.Market is { } market ? ChoiceShape<Market>.NameOf(market) : null);
        json.WriteEndObject();
        json.WriteDay("asOf", AsOf);
        json.WriteList("customers", Customers, WriteCustomer);
        json.WriteList("revenue", Evidence.Revenue, WriteLine);
        json.WriteList("people", Evidence.People, WritePerson);
        json.WriteEndObject();
    }

    private static void WriteCustomer(Utf8JsonWriter json, Customer customer)
    {
        json.WriteStartObject();
        json.WriteString("id", customer.Id);
        json.WriteString("name", customer.Name);
        json.WriteList("associations", customer.Associations, static (json, association) =>
        {
            json.WriteStartObject();
            json.WriteString("type", ChoiceShape<AssociationType>.NameOf(association.Type));
            WritePeriod(json, association.Period);
            json.WriteEndObject();
        });
        json.WriteEndObject();
        PassOn(json);
    }

    private static void WriteLine(Utf8JsonWriter json, RevenueLine line)
    {
        json.WriteStartObject();
        json.WriteString("customer", line.Customer.Id);
        json.WriteString("product", line.Product.Value);
        json.WriteDay("date", line.Date);
        json.WriteAmount("amount", line.Amount);
        json.WriteBoolean("netNew", line.NetNew);
        json.WriteEndObject();
        PassOn(json);
    }

    private static void WritePerson(Utf8JsonWriter json, Person person)
    {
        json.WriteStartObject();
        json.WriteString("id", person.Id);
        json.WriteString("name", person.Name);
        WritePeriod(json, person.Employment);
        json.WriteList("credentials", person.Passes, static (json, pass) =>
        {
            json.WriteStartObject();
            json.WriteString("code", pass.Credential.Code.Value);
            json.WriteDay("passedOn", pass.PassedOn);
            json.WriteEndObject();
        });
        json.WriteEndObject();
        PassOn(json);
    }

    private static void WritePeriod(Utf8JsonWriter json, EffectivePeriod period)
    {
        json.WriteDay("from", period.From);
        json.WriteDay("until", period.LastDay);
    }

    private static void PassOn(Utf8JsonWriter json)
    {
        if (json.BytesPending > Pending)
        {
            json.Flush();
        }
    }

    private static OrderedDictionary<string, Customer> ReadCustomers(DocumentObject root, DocumentErrors errors, out bool allKnown)
    {
        var before = errors.Count;
        var customers = new OrderedDictionary<string, Customer>(StringComparer.Ordinal);
        var items = root.Read(CustomerList);

        // Where an id cannot be read, a line that names an unknown customer may well mean that one.
        allKnown = errors.Count == before;
        foreach (var (item, _) in items)
        {
            var id = item.Read(CustomerId);
            var customer = new Customer(id ?? "", item.Read(CustomerName) ?? "", ReadAssociations(item));
            if (id is null)
            {
                allKnown = false;
            }
            else if (!customers.TryAdd(id, customer))
            {
                item.Refuse(CustomerId, $"“{id}” is another customer's id already; ids are different.");
            }
        }

        return customers;
    }

    private static ImmutableArray<Association> ReadAssociations(DocumentObject customer)
    {
        var associations = ImmutableArray.CreateBuilder<Association>();
        foreach (var (item, _) in customer.Read(Associations))
        {
            var type = item.Read(AssociationKind);
            var period = ReadPeriod(item);
            associations.Add(new Association(type.GetValueOrDefault(), period));
        }

        return associations.DrainToImmutable();
    }

    private static EffectivePeriod ReadPeriod(DocumentObject item)
    {
        var from = item.Read(From);
        var until = item.Read(Until);
        if (!EffectivePeriod.IsInOrder(from, until))
        {
            item.Refuse(Until, $"{until:yyyy-MM-dd} is before “from”, {from:yyyy-MM-dd}; it is the last day, inclusive.");
            return default;
        }

        return EffectivePeriod.Between(from, until);
    }

    private static ImmutableArray<RevenueLine> ReadRevenue(DocumentObject root, Rulebook rulebook, OrderedDictionary<string, Customer> customers, bool allKnown)
    {
        var items = root.Read(Revenue);
        var lines = ImmutableArray.CreateBuilder<RevenueLine>(items.Length);
        foreach (var (item, _) in items)
        {
            Customer? customer = null;
            if (item.Read(LineCustomer) is { } id && !customers.TryGetValue(id, out customer) && allKnown)
            {
                item.Refuse(LineCustomer, $"“{id}” is no customer of this document; add the customer or correct the id.");
            }

            Product? product = null;
            if (item.Read(LineProduct) is { } spelling && (product = rulebook.Products.Find(spelling)) is null)
            {
                item.Refuse(LineProduct, $"“{spelling}” is no known product; use one of: {string.Join(", ", rulebook.Products.All.Select(known => known.Code))}.");
            }

            var date = item.Read(LineDate);
            var amount = item.Read(LineAmount);
            var netNew = item.Read(LineNetNew);
            if (customer is not null && product is not null && date is not null && amount is not null && netNew is not null)
            {
                lines.Add(new RevenueLine(customer, product.Code, date.Value, amount.Value, netNew.Value));
            }
        }

        return lines.DrainToImmutable();
    }

    private static List<Person> ReadPeople(DocumentObject root, Rulebook rulebook)
    {
        var people = new List<Person>();
        var ids = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (item, _) in root.Read(People))
        {
            var id = item.Read(PersonId);
            if (id is not null && !ids.Add(id))
            {
                item.Refuse(PersonId, $"“{id}” is another person's id already; ids are different.");
            }

            people.Add(new Person(id ?? "", item.Read(PersonName) ?? "", ReadPeriod(item), ReadPasses(item, rulebook)));
        }

        return people;
    }

    private static ImmutableArray<CredentialPass> ReadPasses(DocumentObject person, Rulebook rulebook)
    {
        var items = person.Read(Passes);
        var passes = ImmutableArray.CreateBuilder<CredentialPass>(items.Length);
        foreach (var (item, _) in items)
        {
            Credential? credential = null;
            if (item.Read(PassCode) is { } text && (!CredentialCode.TryParse(text, out var code) || (credential = rulebook.Credentials.Find(code)) is null))
            {
                item.Refuse(PassCode, $"“{text}” is no known credential; use a code of the rulebook, such as {rulebook.Credentials.All.FirstOrDefault()?.Code}.");
            }

            var passedOn = item.Read(PassedOn);
            if (credential is not null && passedOn is { } day)
            {
                if (!credential.CanBeSatOn(day))
                {
                    item.Refuse(PassedOn, $"{credential.Code} could not be passed on {day:yyyy-MM-dd}; it can be sat {Days(credential)}.");
                }

                passes.Add(new CredentialPass(credential, day));
            }
        }

        return passes.DrainToImmutable();
    }

    private static string Days(Credential credential) => (credential.FirstSat, credential.LastSat) switch
    {
        ({ } first, { } last) => $"from {first:yyyy-MM-dd} to {last:yyyy-MM-dd}",
        ({ } first, null) => $"from {first:yyyy-MM-dd}",
        (null, { } last) => $"until {last:yyyy-MM-dd}",
        (null, null) => "on any day",
    };
}
