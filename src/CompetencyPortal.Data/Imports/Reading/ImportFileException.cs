namespace CompetencyPortal.Data.Imports.Reading;

/// <summary>A file cannot be read any further; nothing of it can be trusted.</summary>
internal sealed class ImportFileException(ImportError problem) : Exception(problem.Code.ToString())
{
    public ImportError Problem => problem;
}
