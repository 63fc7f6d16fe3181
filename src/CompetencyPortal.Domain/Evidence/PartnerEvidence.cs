using System.Collections.Immutable;

using CompetencyPortal.Domain.Competencies;

namespace CompetencyPortal.Domain.Evidence;

/// <summary>Everything about one partner that the rulebook asks for.</summary>
public sealed class PartnerEvidence
{
    /// <summary>Gathers the evidence.</summary>
    /// <exception cref="ArgumentException">Two people share an id.</exception>
    public PartnerEvidence(string partner, Market? market, ImmutableArray<RevenueLine> revenue, IEnumerable<Person> people)
    {
        Partner = partner;
        Market = market;
        Revenue = revenue;
        var sorted = people.ToArray();
        Array.Sort(sorted, Person.ByNameThenId);
        People = ImmutableArray.Create(sorted);
        if (People.DistinctBy(person => person.Id, StringComparer.Ordinal).Count() != People.Length)
        {
            throw new ArgumentException("Two people share an id; an id names one person.", nameof(people));
        }
    }

    /// <summary>The partner's name.</summary>
    public string Partner { get; }

    /// <summary>The partner's market; null if its country is not classified.</summary>
    public Market? Market { get; }

    /// <summary>The revenue lines, in the order in which they were given.</summary>
    public ImmutableArray<RevenueLine> Revenue { get; }

    /// <summary>The people, ordered by <see cref="Person.ByNameThenId"/> whatever order they were given in.</summary>
    public ImmutableArray<Person> People { get; }

    /// <summary>The same evidence as if <paramref name="person"/> had left.</summary>
    public PartnerEvidence Without(Person person) => new(Partner, Market, Revenue, People.Where(one => one.Id != person.Id));

    /// <summary>The same evidence with <paramref name="customer"/> in place of the customer of the same id, on all its lines.</summary>
    public PartnerEvidence With(Customer customer) =>
        new(Partner, Market, [.. Revenue.Select(line => line.Customer.Id == customer.Id ? line with { Customer = customer } : line)], People);
}
