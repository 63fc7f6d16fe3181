namespace CompetencyPortal.Web.Infrastructure.Facts;

/// <summary>Why a fact cannot be deleted.</summary>
/// <param name="Reason">What stands against it, and what to do.</param>
/// <param name="Remedy">Where that is done, in words.</param>
/// <param name="Url">Its address.</param>
public sealed record FactRefusal(string Reason, string Remedy, string Url);
