namespace CompetencyPortal.Data.Entities;

/// <summary>What was done with many rows at once.</summary>
public enum BulkAct
{
    Edited,
    Deleted,
}
