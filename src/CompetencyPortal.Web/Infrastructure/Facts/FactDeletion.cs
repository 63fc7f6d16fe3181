namespace CompetencyPortal.Web.Infrastructure.Facts;

/// <summary>A fact about to be deleted.</summary>
/// <param name="Fact">What it is.</param>
/// <param name="Steps">What others did to it while it was looked at.</param>
/// <param name="Version">The version that is shown and confirmed.</param>
/// <param name="Refusal">Why it cannot be deleted; null if it can.</param>
/// <param name="ReturnUrl">Where to go instead.</param>
public sealed record FactDeletion(FactDescription Fact, IReadOnlyList<FactStep> Steps, int Version, FactRefusal? Refusal, string ReturnUrl);
