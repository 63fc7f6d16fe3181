namespace CompetencyPortal.Web.Infrastructure.Facts;

/// <summary>What is posted about one fact.</summary>
public abstract class FactInput
{
    /// <summary>The version of the row that the editor saw; zero for a new one.</summary>
    public int Version { get; set; }
}
