namespace CompetencyPortal.Web.Infrastructure.Facts;

/// <summary>Brings two edits of one fact together.</summary>
internal static class Merge
{
    /// <summary>
    /// Puts into <paramref name="mine"/> what somebody else saved where its editor had left the value as it was; what both changed
    /// stays as the editor entered it.
    /// </summary>
    /// <returns>The names of the values that were taken over.</returns>
    public static IReadOnlyList<string> TakeUntouched<TInput>(TInput mine, TInput before, TInput theirs)
        where TInput : class
    {
        var taken = new List<string>();
        foreach (var property in typeof(TInput).GetProperties().Where(property => property.CanWrite && property.Name != nameof(FactInput.Version)))
        {
            var (was, now) = (property.GetValue(before), property.GetValue(theirs));
            if (!Equals(was, now) && Equals(property.GetValue(mine), was))
            {
                property.SetValue(mine, now);
                taken.Add(property.Name);
            }
        }

        return taken;
    }
}
