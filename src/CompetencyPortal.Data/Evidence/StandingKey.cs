namespace CompetencyPortal.Data.Evidence;

/// <summary>All that an organisation's standing rests on: where all four are the same, so is the standing.</summary>
/// <param name="PartnerId">The organisation.</param>
/// <param name="FactsVersion">The version of its facts, which every change of one raises.</param>
/// <param name="RulebookVersion">The version of the rulebook, which every publication and every classification of a country raises.</param>
/// <param name="AsOf">The day asked about.</param>
public readonly record struct StandingKey(Guid PartnerId, long FactsVersion, long RulebookVersion, DateOnly AsOf);
