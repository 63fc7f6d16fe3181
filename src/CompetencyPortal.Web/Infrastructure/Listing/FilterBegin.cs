namespace CompetencyPortal.Web.Infrastructure.Listing;

/// <summary>The beginning of every list's filter: what is searched for.</summary>
public sealed record FilterBegin(string? Search, string Label);
