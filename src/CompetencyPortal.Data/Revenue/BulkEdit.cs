using CompetencyPortal.Data.Entities;
using CompetencyPortal.Domain.Competencies;

namespace CompetencyPortal.Data.Revenue;

/// <summary>What many revenue lines are given at once; what is null stays as each line has it.</summary>
public sealed record BulkEdit(Guid? Customer, ProductCode? Product, DateOnly? Date, bool? NetNew)
{
    public bool IsNothing => this is { Customer: null, Product: null, Date: null, NetNew: null };

    public void ApplyTo(RevenueLine line)
    {
        line.CustomerId = Customer ?? line.CustomerId;
        line.Product = Product ?? line.Product;
        line.Date = Date ?? line.Date;
        line.NetNew = NetNew ?? line.NetNew;
    }
}
