using System.Collections.Immutable;
using CompetencyPortal.Data.Auditing;

namespace CompetencyPortal.Web.Pages.Changes;

/// <summary>The rows of one kind that one person added, edited or deleted.</summary>
/// <param name="Kind">The kind of row.</param>
/// <param name="Act">What was done.</param>
/// <param name="By">Who did it, in words.</param>
/// <param name="Count">How many rows there are.</param>
/// <param name="Sum">What they come to together, or come to more or less than before, in words; null where rows have no amount or the reader sees none.</param>
/// <param name="Rows">The latest of them.</param>
public sealed record FactGroup(string Kind, FactAct Act, string By, int Count, string? Sum, ImmutableArray<FactGroup.Row> Rows)
{
    /// <summary>How many rows a group shows.</summary>
    public const int Shown = 50;

    /// <summary>A row in words, and the page and the key by which it can be looked at; null where it is gone.</summary>
    public sealed record Row(string Text, string? Page, Guid Id);
}
