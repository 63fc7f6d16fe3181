namespace CompetencyPortal.Data.Revenue;

/// <summary>The values of a revenue line that an undo may have to leave as they are; or the line itself.</summary>
public enum LineField
{
    Line,
    Customer,
    Product,
    Date,
    Business,
    Reference,
}
