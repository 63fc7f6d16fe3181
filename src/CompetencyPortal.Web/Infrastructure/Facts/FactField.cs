namespace CompetencyPortal.Web.Infrastructure.Facts;

/// <summary>One value of a fact as people read it.</summary>
public sealed record FactField(string Label, string Value);
