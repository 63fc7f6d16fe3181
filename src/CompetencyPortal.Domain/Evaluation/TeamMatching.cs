using System.Collections.Immutable;
using System.Numerics;

using CompetencyPortal.Domain.Evidence;
using CompetencyPortal.Domain.Requirements;

namespace CompetencyPortal.Domain.Evaluation;

/// <summary>A maximum matching between the employed people and the places of one team. A set of slots is a bit mask: slot 0 is the lowest bit.</summary>
internal sealed class TeamMatching
{
    private const sbyte Nowhere = -1;

    private readonly Team _team;
    private readonly ImmutableArray<Person> _people;
    private readonly ulong[] _fits;
    private readonly sbyte[] _slotOf;

    public TeamMatching(Team team, Fitness fitness)
    {
        _team = team;
        _people = fitness.Evidence.People;
        _fits = new ulong[_people.Length];
        _slotOf = new sbyte[_people.Length];
        Array.Fill(_slotOf, Nowhere);
        Missing = team.Places;
        Span<int> free = stackalloc int[team.Slots.Length];
        for (var slot = 0; slot < free.Length; slot++)
        {
            free[slot] = team.Slots[slot].Places;
            var fits = fitness.For(team.Slots[slot].Criterion);
            for (var person = 0; person < fits.Length; person++)
            {
                _fits[person] |= fits[person] ? Bit(slot) : 0;
            }
        }

        for (var person = 0; person < _people.Length && Missing > 0; person++)
        {
            var tried = 0UL;
            if (TryPlace(person, free, ref tried))
            {
                Missing--;
            }
        }
    }

    /// <summary>How many places stay unfilled.</summary>
    public int Missing { get; }

    /// <summary>Who fills <paramref name="slot"/> (from 0), in the order of the people.</summary>
    public ImmutableArray<Person> PeopleIn(int slot) => PeopleWhere(person => _slotOf[person] == slot);

    /// <summary>The slots that alternating paths reach from an unfilled place, with everyone who fits one of them.</summary>
    public BlockingSlots Blocking(int teamNumber)
    {
        var reached = UnfilledSlots();
        for (var grown = true; grown;)
        {
            grown = false;
            for (var person = 0; person < _people.Length; person++)
            {
                if ((_fits[person] & reached) != 0 && (Bit(_slotOf[person]) & ~reached) is not 0 and var slot)
                {
                    reached |= slot;
                    grown = true;
                }
            }
        }

        var slots = ImmutableArray.CreateBuilder<int>(BitOperations.PopCount(reached));
        var places = 0;
        for (var left = reached; left != 0; left &= left - 1)
        {
            var slot = BitOperations.TrailingZeroCount(left);
            slots.Add(slot + 1);
            places += _team.Slots[slot].Places;
        }

        return new BlockingSlots(teamNumber, slots.MoveToImmutable(), places, PeopleWhere(person => (_fits[person] & reached) != 0));
    }

    /// <summary>
    /// Who is placed by every greatest assignment, person by person: if one of them left, one place more would stay unfilled. Whoever
    /// else is placed can be replaced, by somebody without a place or along a chain of people who change their slots.
    /// </summary>
    public bool[] Irreplaceable()
    {
        var refilled = 0UL;
        for (var grown = true; grown;)
        {
            grown = false;
            for (var person = 0; person < _people.Length; person++)
            {
                if ((_slotOf[person] == Nowhere || (Bit(_slotOf[person]) & refilled) != 0) && (_fits[person] & ~refilled) != 0)
                {
                    refilled |= _fits[person];
                    grown = true;
                }
            }
        }

        return Array.ConvertAll(_slotOf, slot => slot != Nowhere && (Bit(slot) & refilled) == 0);
    }

    /// <summary>How many places more <paramref name="slot"/> (from 0) could have, and all of them be filled beside those filled now.</summary>
    public int SpareFor(int slot)
    {
        var slotOf = (sbyte[])_slotOf.Clone();
        var spare = 0;
        for (var tried = 0UL; TryDraw(slot, slotOf, ref tried); tried = 0)
        {
            spare++;
        }

        return spare;
    }

    /// <summary>How many people fit <paramref name="slot"/> (from 0), placed or not.</summary>
    public int FittingFor(int slot)
    {
        var fitting = 0;
        foreach (var fits in _fits)
        {
            fitting += (fits & Bit(slot)) != 0 ? 1 : 0;
        }

        return fitting;
    }

    private static ulong Bit(int slot) => 1UL << slot;

    /// <summary>Gives <paramref name="person"/> a place, moving others to another slot that they fit where that frees one.</summary>
    private bool TryPlace(int person, Span<int> free, ref ulong tried)
    {
        while ((_fits[person] & ~tried) is not 0 and var untried)
        {
            var slot = BitOperations.TrailingZeroCount(untried);
            tried |= Bit(slot);
            if (free[slot] > 0)
            {
                free[slot]--;
                _slotOf[person] = (sbyte)slot;
                return true;
            }

            for (var other = 0; other < _people.Length; other++)
            {
                if (_slotOf[other] == slot && TryPlace(other, free, ref tried))
                {
                    _slotOf[person] = (sbyte)slot;
                    return true;
                }
            }
        }

        return false;
    }

    /// <summary>Gives <paramref name="slot"/> one person more, from those without a place or from a slot that can be given another in turn.</summary>
    private bool TryDraw(int slot, sbyte[] slotOf, ref ulong tried)
    {
        tried |= Bit(slot);
        for (var person = 0; person < _people.Length; person++)
        {
            if ((_fits[person] & Bit(slot)) == 0 || slotOf[person] == slot)
            {
                continue;
            }

            if (slotOf[person] == Nowhere || ((tried & Bit(slotOf[person])) == 0 && TryDraw(slotOf[person], slotOf, ref tried)))
            {
                slotOf[person] = (sbyte)slot;
                return true;
            }
        }

        return false;
    }

    private ulong UnfilledSlots()
    {
        Span<int> filled = stackalloc int[_team.Slots.Length];
        foreach (var slot in _slotOf)
        {
            if (slot != Nowhere)
            {
                filled[slot]++;
            }
        }

        var unfilled = 0UL;
        for (var slot = 0; slot < filled.Length; slot++)
        {
            if (filled[slot] < _team.Slots[slot].Places)
            {
                unfilled |= Bit(slot);
            }
        }

        return unfilled;
    }

    private ImmutableArray<Person> PeopleWhere(Func<int, bool> holds)
    {
        var count = 0;
        for (var person = 0; person < _people.Length; person++)
        {
            count += holds(person) ? 1 : 0;
        }

        if (count == 0)
        {
            return [];
        }

        var people = ImmutableArray.CreateBuilder<Person>(count);
        for (var person = 0; person < _people.Length; person++)
        {
            if (holds(person))
            {
                people.Add(_people[person]);
            }
        }

        return people.MoveToImmutable();
    }
}
