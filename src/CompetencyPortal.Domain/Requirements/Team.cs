using System.Collections.Immutable;

namespace CompetencyPortal.Domain.Requirements;

/// <summary>Slots that are filled by different people: nobody fills two places of one team.</summary>
public sealed record Team
{
    /// <summary>The greatest number of slots of one team.</summary>
    public const int MostSlots = 64;

    /// <summary>States the team.</summary>
    /// <exception cref="ArgumentException">There is no slot, or more than <see cref="MostSlots"/>.</exception>
    public Team(ImmutableArray<Slot> slots)
    {
        if (slots.IsDefaultOrEmpty || slots.Length > MostSlots)
        {
            throw new ArgumentException($"A team has 1 to {MostSlots} slots.", nameof(slots));
        }

        Slots = slots;
        Places = slots.Sum(slot => slot.Places);
    }

    /// <summary>The slots, in document order.</summary>
    public ImmutableArray<Slot> Slots { get; }

    /// <summary>How many different people the team wants in all.</summary>
    public int Places { get; }

    /// <inheritdoc/>
    public bool Equals(Team? other) => other is not null && Slots.AsSpan().SequenceEqual(other.Slots.AsSpan());

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Slots.Length, Places, Slots[0]);
}
