using CompetencyPortal.Domain.Revisions;

namespace CompetencyPortal.Web.Infrastructure.Facts;

public static class PeriodStates
{
    /// <summary>Where the period from a first to a last day, both inclusive, lies as seen from <paramref name="day"/>.</summary>
    public static PeriodState SeenFrom(DateOnly day, DateOnly? firstDay, DateOnly? lastDay) =>
        EffectivePeriod.Between(firstDay, lastDay).Contains(day) ? PeriodState.Current
        : day < firstDay ? PeriodState.Coming
        : PeriodState.Past;
}
