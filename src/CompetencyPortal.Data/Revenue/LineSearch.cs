using System.Text;

using CompetencyPortal.Data.Entities;
using CompetencyPortal.Domain.Competencies;

namespace CompetencyPortal.Data.Revenue;

/// <summary>A part of a text by which revenue lines are searched: of the customer's name, of the product's, or of the line's own reference.</summary>
/// <param name="Part">The part, in any case.</param>
/// <param name="Products">The products of which a spelling has it.</param>
public sealed record LineSearch(string Part, IReadOnlyList<ProductCode> Products)
{
    public IQueryable<RevenueLine> Of(PortalDbContext db, IQueryable<RevenueLine> lines)
    {
        var upper = Part.ToUpperInvariant();
        var reference = Part.Normalize(NormalizationForm.FormKC).ToUpperInvariant();
#pragma warning disable CA1304, CA1311, CA1862 // It is the database that shifts the case.
        var buyers = db.Customers.Where(customer => customer.Name.ToUpper().Contains(upper)).Select(customer => customer.Id);
#pragma warning restore CA1304, CA1311, CA1862

        // The key of a line that has no reference would be found by the digits in it.
        return lines.Where(line => buyers.Contains(line.CustomerId) || Products.Contains(line.Product)
            || (line.Reference != null && line.ReferenceKey.Contains(reference)));
    }

    /// <inheritdoc/>
    public bool Equals(LineSearch? other) => other is not null && Part == other.Part && Products.SequenceEqual(other.Products);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Part, Products.Count);
}
