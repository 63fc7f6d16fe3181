using CompetencyPortal.Web.Infrastructure.Facts;

namespace CompetencyPortal.Web.Pages.Revenue.Bulk;

/// <summary>What somebody did with a line while somebody else had chosen it.</summary>
/// <param name="Name">The line.</param>
/// <param name="Who">Who did it; null if it cannot be told.</param>
/// <param name="When">When.</param>
/// <param name="IsDeleted">Whether it is gone.</param>
/// <param name="Values">The values that changed: before, and after it.</param>
public sealed record LineChange(string Name, string? Who, DateTimeOffset When, bool IsDeleted, IReadOnlyList<FactDifference> Values);
