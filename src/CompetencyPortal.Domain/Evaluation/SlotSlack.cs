namespace CompetencyPortal.Domain.Evaluation;

/// <summary>How far a slot is from lacking somebody.</summary>
/// <param name="Team">The team's number, from 1 in document order.</param>
/// <param name="Slot">The slot's number in the team, from 1 in document order.</param>
/// <param name="Places">How many people the slot wants.</param>
/// <param name="Filled">How many of its places are filled.</param>
/// <param name="Fitting">How many employed people fit it, whether or not they fill another place of the team.</param>
/// <param name="Spare">
/// How many places more it could have and still be filled like now. If the team is filled, that many people could leave, whoever
/// they are, before a place for which this slot's people are needed stays empty.
/// </param>
public readonly record struct SlotSlack(int Team, int Slot, int Places, int Filled, int Fitting, int Spare)
{
    /// <summary>How many of its places nobody fills.</summary>
    public int Unfilled => Places - Filled;
}
