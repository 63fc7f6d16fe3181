using CompetencyPortal.Data.Entities;

using Microsoft.EntityFrameworkCore;

namespace CompetencyPortal.Data.Revenue;

/// <summary>What revenue lines come to.</summary>
/// <param name="Count">How many there are.</param>
/// <param name="Total">Their sum.</param>
/// <param name="NetNew">The sum of those that are net new.</param>
/// <param name="CreditCount">How many are credits.</param>
/// <param name="Credits">The sum of the credits, which is negative or zero.</param>
public sealed record LineSums(int Count, decimal Total, decimal NetNew, int CreditCount, decimal Credits)
{
    public static readonly LineSums None = new(0, 0, 0, 0, 0);

    public static LineSums operator +(LineSums one, LineSums other) => new(
        one.Count + other.Count, one.Total + other.Total, one.NetNew + other.NetNew, one.CreditCount + other.CreditCount, one.Credits + other.Credits);

    /// <summary>The sums of <paramref name="lines"/>, worked out by the database.</summary>
    public static async Task<LineSums> OfAsync(IQueryable<RevenueLine> lines, CancellationToken cancellationToken) =>
        await lines.GroupBy(_ => 1)
            .Select(all => new LineSums(
                all.Count(),
                all.Sum(line => line.Amount),
                all.Sum(line => line.NetNew ? line.Amount : 0),
                all.Sum(line => line.Amount < 0 ? 1 : 0),
                all.Sum(line => line.Amount < 0 ? line.Amount : 0)))
            .SingleOrDefaultAsync(cancellationToken) ?? None;
}
