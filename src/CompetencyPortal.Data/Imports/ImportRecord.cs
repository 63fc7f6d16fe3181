namespace CompetencyPortal.Data.Imports;

/// <summary>A record of a file as it stands there.</summary>
/// <param name="Number">Which row it is, from 1; the header is 0. Records without content are not counted.</param>
/// <param name="Line">The line on which it begins, from 1.</param>
/// <param name="Cells">
/// Its cells, without the quotation marks around them, and without what keeps a spreadsheet from running them; no more than
/// the portal reads columns.
/// </param>
/// <param name="Count">How many cells it has, read or not.</param>
/// <param name="IsMalformed">Whether a quotation mark stands where none can, or the last is missing.</param>
public sealed record ImportRecord(int Number, int Line, IReadOnlyList<string> Cells, int Count, bool IsMalformed)
{
    /// <summary>The cell at <paramref name="index"/>; empty where the record ends before it.</summary>
    public string this[int index] => index < Cells.Count ? Cells[index] : "";
}
