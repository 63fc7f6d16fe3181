using System.Collections.Immutable;

using CompetencyPortal.Domain.Evidence;

namespace CompetencyPortal.Domain.Requirements;

/// <summary>Which association with a customer lets that customer's revenue count.</summary>
public sealed record AssociationRule
{
    /// <summary>States the rule.</summary>
    /// <exception cref="ArgumentException">No association type is named.</exception>
    public AssociationRule(ImmutableArray<AssociationType> anyOf, Reading<AssociationMoment> moment)
    {
        if (anyOf.IsDefaultOrEmpty)
        {
            throw new ArgumentException("An association rule names at least one type.", nameof(anyOf));
        }

        AnyOf = anyOf;
        Moment = moment;
    }

    /// <summary>The association types of which any one is enough.</summary>
    public ImmutableArray<AssociationType> AnyOf { get; }

    /// <summary>The day on which the association must exist.</summary>
    public Reading<AssociationMoment> Moment { get; }

    /// <summary>Whether <paramref name="customer"/> has any of the associations on <paramref name="day"/>.</summary>
    public bool IsMetBy(Customer customer, DateOnly day)
    {
        foreach (var association in customer.Associations)
        {
            if (AnyOf.Contains(association.Type) && association.Period.Contains(day))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>
    /// Of the required associations of <paramref name="customer"/>, the one nearest to <paramref name="day"/>: one that exists on it,
    /// else the last that ended before it, else the first that begins after it; null if there is none at all.
    /// </summary>
    public Association? NearestOf(Customer customer, DateOnly day)
    {
        Association? ended = null;
        Association? coming = null;
        foreach (var association in customer.Associations)
        {
            if (!AnyOf.Contains(association.Type))
            {
                continue;
            }

            if (association.Period.Contains(day))
            {
                return association;
            }

            if (association.Period.Until <= day)
            {
                ended = ended is { } last && last.Period.Until >= association.Period.Until ? ended : association;
            }
            else
            {
                coming = coming is { } first && first.Period.From <= association.Period.From ? coming : association;
            }
        }

        return ended ?? coming;
    }

    /// <inheritdoc/>
    public bool Equals(AssociationRule? other) => other is not null && Moment == other.Moment && AnyOf.SequenceEqual(other.AnyOf);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Moment, AnyOf.Length);
}
