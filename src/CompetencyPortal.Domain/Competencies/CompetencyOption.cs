using System.Collections.Immutable;

using CompetencyPortal.Domain.Requirements;

namespace CompetencyPortal.Domain.Competencies;

/// <summary>One way to attain a competency; any one option is enough. It states requirements for each tier.</summary>
public sealed record CompetencyOption
{
    /// <summary>States the option.</summary>
    /// <exception cref="ArgumentException">Two thresholds share an id, or a tier has no requirement at all.</exception>
    public CompetencyOption(
        string code,
        string name,
        ImmutableArray<RevenueThreshold> thresholds,
        StaffingRequirement? silver,
        StaffingRequirement? gold)
    {
        if (thresholds.DistinctBy(threshold => threshold.Id).Count() != thresholds.Length)
        {
            throw new ArgumentException("The thresholds of an option have different ids.", nameof(thresholds));
        }

        Code = code;
        Name = name;
        Thresholds = thresholds;
        SilverStaffing = silver;
        GoldStaffing = gold;
        foreach (var tier in Enum.GetValues<Tier>())
        {
            if (StaffingFor(tier) is null && !thresholds.Any(threshold => threshold.AmountsFor(tier) is not null))
            {
                throw new ArgumentException($"{tier} asks for nothing; a tier has at least one requirement.", nameof(thresholds));
            }
        }
    }

    /// <summary>Its code, unique within the competency, in lower case with hyphens.</summary>
    public string Code { get; }

    /// <summary>Its name; a name, never translated.</summary>
    public string Name { get; }

    /// <summary>The revenue thresholds of both tiers, in document order.</summary>
    public ImmutableArray<RevenueThreshold> Thresholds { get; init; }

    /// <summary>What Silver asks of the people; null if nothing.</summary>
    public StaffingRequirement? SilverStaffing { get; }

    /// <summary>What Gold asks of the people; null if nothing.</summary>
    public StaffingRequirement? GoldStaffing { get; }

    /// <summary>What <paramref name="tier"/> asks of the people; null if nothing.</summary>
    public StaffingRequirement? StaffingFor(Tier tier) => tier switch
    {
        Tier.Silver => SilverStaffing,
        Tier.Gold => GoldStaffing,
    };

    /// <inheritdoc/>
    public bool Equals(CompetencyOption? other) =>
        other is not null && Code == other.Code && Name == other.Name && SilverStaffing == other.SilverStaffing
        && GoldStaffing == other.GoldStaffing && Thresholds.AsSpan().SequenceEqual(other.Thresholds.AsSpan());

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Code, Name, SilverStaffing, GoldStaffing);
}
