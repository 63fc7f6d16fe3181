using CompetencyPortal.Data.Entities;

namespace CompetencyPortal.Data.Revenue;

/// <summary>A revenue line as it was before a bulk act, in the words of JSON.</summary>
/// <param name="Id">Its key.</param>
/// <param name="Customer">The key of its customer.</param>
/// <param name="Product">The product's code.</param>
/// <param name="Date">Its day.</param>
/// <param name="Amount">Its amount.</param>
/// <param name="NetNew">Whether it was net new.</param>
/// <param name="Reference">Its own reference; null if it had none.</param>
/// <param name="Version">Its version.</param>
public sealed record LineBefore(Guid Id, Guid Customer, string Product, DateOnly Date, decimal Amount, bool NetNew, string? Reference, int Version)
{
    public static LineBefore Of(RevenueLine line) =>
        new(line.Id, line.CustomerId, line.Product.Value, line.Date, line.Amount, line.NetNew, line.Reference?.Value, line.Version);

    /// <summary>The line itself, to be added again under its own key; its version goes on from where it was.</summary>
    public RevenueLine Restored(Guid partnerId) => new()
    {
        Id = Id,
        PartnerId = partnerId,
        CustomerId = Customer,
        Product = new(Product),
        Date = Date,
        Amount = Amount,
        NetNew = NetNew,
        Reference = Reference is null ? null : OwnReference.Parse(Reference),
        Version = Version,
    };
}
