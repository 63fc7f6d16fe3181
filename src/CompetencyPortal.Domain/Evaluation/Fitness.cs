using CompetencyPortal.Domain.Credentials;
using CompetencyPortal.Domain.Evidence;

namespace CompetencyPortal.Domain.Evaluation;

/// <summary>
/// Who of a partner's people counts on a day and satisfies a criterion: asked once, however many slots of however many tiers name it.
/// </summary>
internal sealed class Fitness(PartnerEvidence evidence, DateOnly asOf)
{
    private readonly List<(Criterion Criterion, bool[] Fits)> _known = [];

    public PartnerEvidence Evidence { get; } = evidence;

    public DateOnly AsOf { get; } = asOf;

    /// <summary>Whether each of the people fits, in their order.</summary>
    public ReadOnlySpan<bool> For(Criterion criterion)
    {
        foreach (var (known, answered) in _known)
        {
            if (known.Equals(criterion))
            {
                return answered;
            }
        }

        var fits = new bool[Evidence.People.Length];
        for (var person = 0; person < fits.Length; person++)
        {
            fits[person] = Evidence.People[person].Employment.Contains(AsOf) && criterion.IsSatisfiedBy(Evidence.People[person], AsOf);
        }

        _known.Add((criterion, fits));
        return fits;
    }
}
