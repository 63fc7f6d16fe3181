namespace CompetencyPortal.Data.Values;

/// <summary>The bounds within which a day that somebody entered is no slip of the hand, such as the year 0026; both inclusive.</summary>
public static class PlausibleDays
{
    public static readonly DateOnly Earliest = new(1980, 1, 1);

    public static readonly DateOnly Latest = new(2199, 12, 31);

    public static bool Include(DateOnly day) => day >= Earliest && day <= Latest;
}
