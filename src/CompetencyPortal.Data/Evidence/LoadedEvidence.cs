using System.Collections.Immutable;

using CompetencyPortal.Domain.Evidence;

namespace CompetencyPortal.Data.Evidence;

/// <summary>An organisation's evidence as it stood at one moment.</summary>
/// <param name="Evidence">The evidence. The ids of its customers and people are the keys of their rows.</param>
/// <param name="RevenueIds">The keys of the rows behind <see cref="PartnerEvidence.Revenue"/>, line by line.</param>
/// <param name="Market">The organisation's market, and how it comes by it.</param>
/// <param name="FactsVersion">The version of the organisation's facts that it was made from.</param>
/// <param name="RulebookVersion">The version of the rulebook whose classification of countries says the market.</param>
/// <param name="Customers">Every customer, those without revenue too.</param>
/// <param name="LastChange">When the organisation's facts were changed last; null if the audit trail tells of no change.</param>
public sealed record LoadedEvidence(
    PartnerEvidence Evidence,
    ImmutableArray<Guid> RevenueIds,
    PartnerMarket Market,
    long FactsVersion,
    long RulebookVersion,
    ImmutableArray<Customer> Customers,
    LastFactChange? LastChange);
