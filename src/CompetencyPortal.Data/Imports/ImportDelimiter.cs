namespace CompetencyPortal.Data.Imports;

/// <summary>What stands between the cells of a file.</summary>
public enum ImportDelimiter
{
    Comma,
    Semicolon,
    Tab,
}
