using CompetencyPortal.Web.Resources;
using Microsoft.Extensions.Localization;

namespace CompetencyPortal.Web.Pages.People.Matrix;

/// <summary>How a cell of the matrix says its state: an icon and a word.</summary>
public sealed class CellText(IStringLocalizer<PeopleTexts> texts)
{
    public (string Icon, string Word) Of(CellState state) => state switch
    {
        CellState.NotHeld => ("not-met", texts["State.NotHeld"]),
        CellState.Counts => ("met", texts["State.Counts"]),
        CellState.NoLonger => ("ended", texts["State.NoLonger"]),
        CellState.NotYet => ("announced", texts["State.NotYet"]),
    };
}
