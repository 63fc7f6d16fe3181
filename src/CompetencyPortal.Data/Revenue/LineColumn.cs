namespace CompetencyPortal.Data.Revenue;

/// <summary>What revenue lines can be sorted by.</summary>
public enum LineColumn
{
    Date,
    Customer,
    Product,
    Business,
    Amount,
    Reference,
}
