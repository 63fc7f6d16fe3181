using System.Collections.Immutable;

namespace CompetencyPortal.Domain.Evaluation;

/// <summary>The answer for one requirement of a tier, with the figures behind it.</summary>
public abstract class Finding
{
    private protected Finding(Standing standing, ImmutableArray<OtherReading> otherReadings)
    {
        Standing = standing;
        OtherReadings = otherReadings;
    }

    /// <summary>The answer.</summary>
    public Standing Standing { get; }

    /// <summary>The readings that would change the answer; empty where none would.</summary>
    public ImmutableArray<OtherReading> OtherReadings { get; }
}
