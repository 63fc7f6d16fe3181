using System.Collections.Immutable;

using CompetencyPortal.Domain.Competencies;

namespace CompetencyPortal.Domain.Evaluation;

/// <summary>The answer for one tier of an option, made of its findings.</summary>
public sealed class TierStanding
{
    internal TierStanding(Tier tier, ImmutableArray<Finding> findings)
    {
        Tier = tier;
        Findings = findings;
        Standing = Standing.Met;
        foreach (var finding in findings)
        {
            if (finding.Standing == Standing.NotMet)
            {
                Standing = Standing.NotMet;
                break;
            }

            if (finding.Standing == Standing.Undetermined)
            {
                Standing = Standing.Undetermined;
            }
        }
    }

    /// <summary>The tier.</summary>
    public Tier Tier { get; }

    /// <summary>Not met if any finding is not met; otherwise undetermined if any is; otherwise met.</summary>
    public Standing Standing { get; }

    /// <summary>The findings: thresholds in document order, then staffing.</summary>
    public ImmutableArray<Finding> Findings { get; }

    /// <summary>The findings about revenue.</summary>
    public IEnumerable<RevenueFinding> Revenue => Findings.OfType<RevenueFinding>();

    /// <summary>The finding about people; null if the tier asks nothing of them.</summary>
    public StaffingFinding? Staffing => Findings.OfType<StaffingFinding>().FirstOrDefault();
}
