using System.Collections.Immutable;

namespace CompetencyPortal.Web.Pages.Options;

/// <summary>A rule in words: a sentence, and the parts that it announces, if any.</summary>
public sealed record RulePart(string Text, ImmutableArray<RulePart> Parts)
{
    public RulePart(string text)
        : this(text, [])
    {
    }
}
