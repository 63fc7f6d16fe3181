namespace CompetencyPortal.Domain.Competencies;

/// <summary>How far a competency is attained; ordered, <see cref="Gold"/> being the higher.</summary>
public enum Tier
{
    /// <summary>The lower tier.</summary>
    Silver,

    /// <summary>The higher tier.</summary>
    Gold,
}
