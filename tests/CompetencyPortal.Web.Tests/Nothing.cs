namespace CompetencyPortal.Web.Tests;

/// <summary>Asserts that a search found nothing wrong, and names everything it found.</summary>
internal static class Nothing
{
    public static void IsWrong<T>(IEnumerable<T> findings)
    {
        var all = findings.Select(finding => finding?.ToString()).ToList();
        Assert.True(all.Count is 0, $"{all.Count} found:\n{string.Join('\n', all)}");
    }
}
