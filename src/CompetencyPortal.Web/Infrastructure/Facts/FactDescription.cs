namespace CompetencyPortal.Web.Infrastructure.Facts;

/// <summary>A fact in words.</summary>
/// <param name="Name">What a message calls it.</param>
/// <param name="Fields">All there is to it, for whoever confirms or compares.</param>
public sealed record FactDescription(string Name, IReadOnlyList<FactField> Fields);
