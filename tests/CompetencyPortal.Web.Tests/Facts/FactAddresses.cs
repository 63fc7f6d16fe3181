namespace CompetencyPortal.Web.Tests.Facts;

/// <summary>Where one stored fact is worked on.</summary>
/// <param name="Id">The row's key.</param>
/// <param name="Shown">A page that shows it, and that the others return to.</param>
/// <param name="Add">Where one like it is added.</param>
/// <param name="Edit">Where it is edited.</param>
/// <param name="Delete">Where it is deleted.</param>
public sealed record FactAddresses(Guid Id, string Shown, string Add, string Edit, string Delete);
