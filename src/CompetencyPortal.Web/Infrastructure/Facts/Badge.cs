namespace CompetencyPortal.Web.Infrastructure.Facts;

/// <summary>How a fact stands on the as-of date: a look (of a status, with its icon) and a word.</summary>
public sealed record Badge(Status Look, string Text);
