using CompetencyPortal.Data.Entities;

namespace CompetencyPortal.Data.Revenue;

/// <summary>Lines that may be one sale entered twice.</summary>
public static class LikelyDuplicates
{
    /// <summary>
    /// The other lines that say the same as <paramref name="entered"/>: customer, product, date and amount. Two lines that each
    /// have a reference of their own are two sales.
    /// </summary>
    public static IQueryable<RevenueLine> LikelyDuplicatesOf(this IQueryable<RevenueLine> lines, RevenueLine entered)
    {
        var (id, customer, product, date, amount) = (entered.Id, entered.CustomerId, entered.Product, entered.Date, entered.Amount);
        var same = lines.Where(line => line.Id != id && line.CustomerId == customer && line.Product == product && line.Date == date && line.Amount == amount);
        return entered.Reference is null ? same : same.Where(line => line.Reference == null);
    }
}
