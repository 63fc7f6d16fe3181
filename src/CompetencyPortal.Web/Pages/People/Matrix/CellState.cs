namespace CompetencyPortal.Web.Pages.People.Matrix;

/// <summary>How a person holds a credential on the as-of date.</summary>
public enum CellState
{
    NotHeld,
    Counts,
    NoLonger,
    NotYet,
}
