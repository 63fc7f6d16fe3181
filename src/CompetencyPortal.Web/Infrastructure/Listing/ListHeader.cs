using CompetencyPortal.Data.Entities;

namespace CompetencyPortal.Web.Infrastructure.Listing;

/// <summary>The head of a list's page.</summary>
/// <param name="Title">What is listed.</param>
/// <param name="Total">How many rows there are to download.</param>
/// <param name="Add">What the button says that adds one.</param>
/// <param name="MayAdd">Whether the reader may.</param>
/// <param name="Import">What an admin can bring in from a file here; null for nothing.</param>
public sealed record ListHeader(string Title, int Total, string Add, bool MayAdd, ImportKind? Import = null);
