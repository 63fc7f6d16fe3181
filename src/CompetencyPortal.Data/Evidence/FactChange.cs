using CompetencyPortal.Data.Auditing;
using CompetencyPortal.Data.Entities;

namespace CompetencyPortal.Data.Evidence;

/// <summary>What became of one row between two moments, however often it was touched in between.</summary>
/// <param name="Act">Whether it came, changed, or went.</param>
/// <param name="Before">The row as it was; null if it came.</param>
/// <param name="After">The row as it is; null if it went.</param>
/// <param name="By">Who touched it last; null for the program itself.</param>
/// <param name="At">When that was.</param>
public sealed record FactChange(FactAct Act, IPartnerFact? Before, IPartnerFact? After, Guid? By, DateTimeOffset At)
{
    /// <summary>The row as it is, or as it last was.</summary>
    public IPartnerFact Row => After ?? Before!;
}
