namespace CompetencyPortal.Web.Infrastructure.Facts;

/// <summary>Where a period lies, seen from a day.</summary>
public enum PeriodState
{
    Coming,
    Current,
    Past,
}
