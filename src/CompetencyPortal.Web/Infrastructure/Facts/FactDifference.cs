namespace CompetencyPortal.Web.Infrastructure.Facts;

/// <summary>A value of a fact that two editors want differently.</summary>
/// <param name="Label">What the value is.</param>
/// <param name="Mine">As the present editor entered it.</param>
/// <param name="Theirs">As the other one saved it.</param>
public sealed record FactDifference(string Label, string Mine, string Theirs)
{
    public static IReadOnlyList<FactDifference> Between(FactDescription mine, FactDescription theirs) =>
        [.. mine.Fields.Zip(theirs.Fields, (my, their) => new FactDifference(my.Label, my.Value, their.Value)).Where(one => one.Mine != one.Theirs)];
}
