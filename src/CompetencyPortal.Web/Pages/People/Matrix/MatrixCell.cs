using CompetencyPortal.Domain.Credentials;

namespace CompetencyPortal.Web.Pages.People.Matrix;

/// <summary>One person and one credential.</summary>
/// <param name="State">How it stands on the as-of date.</param>
/// <param name="Pass">The key of the pass that says so; null if there is none.</param>
/// <param name="PassedOn">Its day.</param>
public readonly record struct MatrixCell(CellState State, Guid? Pass, DateOnly? PassedOn)
{
    /// <summary>The earliest pass that counts; else the next to come; else the last that counted once.</summary>
    public static MatrixCell Of(Credential credential, IEnumerable<Data.Entities.PersonCredential> passes, DateOnly asOf)
    {
        var byDay = passes.Where(pass => pass.Code == credential.Code).OrderBy(pass => pass.PassedOn).ToList();
        var shown = byDay.Find(pass => credential.Counts(pass.PassedOn, asOf)) ?? byDay.Find(pass => pass.PassedOn > asOf) ?? byDay.LastOrDefault();
        return shown is null
            ? default
            : new MatrixCell(
                credential.Counts(shown.PassedOn, asOf) ? CellState.Counts : shown.PassedOn > asOf ? CellState.NotYet : CellState.NoLonger,
                shown.Id,
                shown.PassedOn);
    }
}
