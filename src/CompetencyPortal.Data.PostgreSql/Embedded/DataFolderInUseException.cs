namespace CompetencyPortal.Data.PostgreSql.Embedded;

/// <summary>Another portal that is still running holds the data folder. Nothing was changed.</summary>
public sealed class DataFolderInUseException(string dataFolder, int? holder) : EmbeddedPostgresException(
    $"The data folder {dataFolder} is in use by another portal{(holder is null ? "" : $" (process {holder})")}. "
    + "Stop that one first, or name another folder in Database:Embedded:DataFolder.")
{
    /// <summary>The folder both portals want.</summary>
    public string DataFolder { get; } = dataFolder;

    /// <summary>The process id of the portal that has it; null if it has not said yet.</summary>
    public int? Holder { get; } = holder;
}
