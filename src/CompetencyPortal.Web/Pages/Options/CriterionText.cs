using System.Collections.Immutable;
using CompetencyPortal.Domain.Credentials;
using CompetencyPortal.Web.Infrastructure;
using CompetencyPortal.Web.Resources;
using Microsoft.Extensions.Localization;

namespace CompetencyPortal.Web.Pages.Options;

/// <summary>
/// A criterion in words: <c>MB2-715, MB2-716 and one of MB2-717, MB2-718</c>. Where a part has commas of its own and is not the
/// last, the parts stand apart by semicolons; what is nested deeper stands in parentheses. So every expression reads one way only.
/// </summary>
public sealed class CriterionText(IStringLocalizer<PartnerTexts> texts, Formats formats)
{
    public string Of(Criterion criterion) => Flat(criterion) switch
    {
        Criterion.Holds holds => holds.Code.Value,
        Criterion.AllOf all => All([.. all.Parts]),
        Criterion.AnyOf any => texts["Criterion.OneOf", formats.List(any.Parts.Select(Inner))],
        _ => throw new InvalidOperationException($"There are no words for a criterion of the kind {criterion.GetType().Name}."),
    };

    private string All(Criterion[] parts)
    {
        var words = parts.Select(Of).ToList();
        return parts[..^1].All(part => part is Criterion.Holds)
            ? texts["List.And", formats.List(words[..^1]), words[^1]]
            : texts["List.AndApart", formats.Clauses(words[..^1]), words[^1]];
    }

    private string Inner(Criterion part) => part is Criterion.Holds ? Of(part) : texts["List.Inner", Of(part)];

    /// <summary>The same criterion without what says nothing: a part alone, and a kind within its own kind.</summary>
    private static Criterion Flat(Criterion criterion) => criterion switch
    {
        Criterion.AllOf all => Join([.. all.Parts.Select(Flat).SelectMany(part => part is Criterion.AllOf inner ? inner.Parts : [part])], parts => new Criterion.AllOf(parts)),
        Criterion.AnyOf any => Join([.. any.Parts.Select(Flat).SelectMany(part => part is Criterion.AnyOf inner ? inner.Parts : [part])], parts => new Criterion.AnyOf(parts)),
        _ => criterion,
    };

    private static Criterion Join(ImmutableArray<Criterion> parts, Func<ImmutableArray<Criterion>, Criterion> join) =>
        parts is [var only] ? only : join(parts);
}
