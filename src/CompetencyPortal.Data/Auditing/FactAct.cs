namespace CompetencyPortal.Data.Auditing;

/// <summary>What was done to a row.</summary>
public enum FactAct
{
    Added,
    Edited,
    Deleted,
}
