using System.Text.RegularExpressions;

using CompetencyPortal.Testing;

namespace CompetencyPortal.Web.Tests.Security;

/// <summary>
/// What <c>docs/security.md</c> promises is still there: each test, class and file that it names, and in its table every
/// requirement of level 1 of OWASP ASVS 5.0.0, each once.
/// </summary>
public sealed partial class SecurityDocTests
{
    /// <summary>The requirements of level 1 of ASVS 5.0.0.</summary>
    private static readonly string[] LevelOne =
    [
        "1.2.1", "1.2.2", "1.2.3", "1.2.4", "1.2.5", "1.3.1", "1.3.2", "1.5.1",
        "2.1.1", "2.2.1", "2.2.2", "2.3.1",
        "3.2.1", "3.2.2", "3.3.1", "3.4.1", "3.4.2", "3.5.1", "3.5.2", "3.5.3",
        "4.1.1", "4.4.1",
        "5.2.1", "5.2.2", "5.3.1", "5.3.2",
        "6.1.1", "6.2.1", "6.2.2", "6.2.3", "6.2.4", "6.2.5", "6.2.6", "6.2.7", "6.2.8", "6.3.1", "6.3.2", "6.4.1", "6.4.2",
        "7.2.1", "7.2.2", "7.2.3", "7.2.4", "7.4.1", "7.4.2",
        "8.1.1", "8.2.1", "8.2.2", "8.3.1",
        "9.1.1", "9.1.2", "9.1.3", "9.2.1",
        "10.4.1", "10.4.2", "10.4.3", "10.4.4", "10.4.5",
        "11.3.1", "11.3.2", "11.4.1",
        "12.1.1", "12.2.1", "12.2.2",
        "13.4.1",
        "14.2.1", "14.3.1",
        "15.1.1", "15.2.1", "15.3.1",
    ];

    private static readonly string[] Statuses = ["met", "not applicable", "open"];

    private static readonly string Text = File.ReadAllText(Checkout.Doc("security.md"));

    private static readonly Lazy<ILookup<string, string>> Types = new(() => (
        from folder in new[] { "src", "tests" }
        from path in Directory.EnumerateFiles(Path.Combine(Checkout.Folder, folder), "*.cs", SearchOption.AllDirectories)
        let place = Path.GetRelativePath(Checkout.Folder, path).Replace('\\', '/')
        where !place.Contains("/bin/", StringComparison.Ordinal) && !place.Contains("/obj/", StringComparison.Ordinal)
        let code = File.ReadAllText(path)
        from Match type in TypeDeclaration().Matches(code)
        select (type.Groups["name"].Value, code)).ToLookup(type => type.Item1, type => type.code));

    private static IReadOnlyList<Row> Rows { get; } =
        [.. RowLine().Matches(Text).Select(match => new Row(match.Groups["number"].Value, match.Groups["status"].Value, match.Groups["evidence"].Value))];

    [Fact]
    public void Table_HasEveryRequirementOfLevelOneOnce() => Assert.Equal(LevelOne, Rows.Select(row => row.Number));

    [Fact]
    public void Table_SaysOfEachWhetherItIsMetAndWhy() =>
        Nothing.IsWrong(Rows.Where(row => !Statuses.Contains(row.Status) || row.Evidence.Trim() is ""));

    [Fact]
    public void Table_NamesForWhatIsMetATestOrAFile() =>
        Nothing.IsWrong(Rows.Where(row => row.Status is "met" && !NamesIn(row.Evidence).Any(name => IsTest(name) || IsFile(name))));

    [Fact]
    public void Counts_AreThoseOfTheTable()
    {
        var counted = Rows.GroupBy(row => row.Number.Split('.')[0]).Select(chapter => string.Join(' ', [chapter.Key, .. CountsOf(chapter)]))
            .Append(string.Join(' ', ["all", .. CountsOf(Rows)]));

        Assert.Equal(counted, CountLine().Matches(Text).Select(match => string.Join(' ', match.Groups.Values.Skip(1).Select(group => group.Value))));

        static IEnumerable<string> CountsOf(IEnumerable<Row> rows) =>
            Statuses.Select(status => $"{rows.Count(row => row.Status == status)}").Prepend($"{rows.Count()}");
    }

    [Fact]
    public void EveryTestThatIsNamed_Exists()
    {
        var tests = NamesIn(Text).Where(IsTest).ToList();

        Assert.NotEmpty(tests);
        Nothing.IsWrong(tests.Where(test => !Exists(test)));
    }

    [Fact]
    public void EveryFileThatIsNamed_Exists() =>
        Nothing.IsWrong(NamesIn(Text).Where(IsFile).Where(file => !Path.Exists(Path.Combine(Checkout.Folder, file))));

    [Fact]
    public void EveryClassThatTheTableNames_Exists() =>
        Nothing.IsWrong(Rows.SelectMany(row => NamesIn(row.Evidence)).Where(name => TypeName().IsMatch(name) && !Exists(name)));

    private static IEnumerable<string> NamesIn(string markdown) => Code().Matches(markdown).Select(match => match.Groups["name"].Value).Distinct();

    private static bool IsTest(string name) => TestName().IsMatch(name);

    private static bool IsFile(string name) => FileName().IsMatch(name);

    /// <summary>Whether there is such a class and, where one is named after the point, such a member in one of its files.</summary>
    private static bool Exists(string name)
    {
        var parts = name.Split('.');
        return Types.Value[parts[0]].Any(code => parts.Length is 1 || Regex.IsMatch(code, $@"\b{parts[1]}\b"));
    }

    private sealed record Row(string Number, string Status, string Evidence);

    [GeneratedRegex(@"^\| V(?<number>\d+\.\d+\.\d+) \|[^|\n]*\| (?<status>[^|\n]*) \|(?<evidence>[^|\n]*)\|$", RegexOptions.Multiline)]
    private static partial Regex RowLine();

    [GeneratedRegex(@"^\| V?(\d+|all)(?: [^|\n]*)? \| (\d+) \| (\d+) \| (\d+) \| (\d+) \|$", RegexOptions.Multiline)]
    private static partial Regex CountLine();

    [GeneratedRegex(@"`(?<name>[^`\n]+)`")]
    private static partial Regex Code();

    [GeneratedRegex(@"^[A-Z]\w+(?:Tests|Stories|Contract|Journey)(?:\.\w+)?$")]
    private static partial Regex TestName();

    [GeneratedRegex(@"^[A-Z][a-z]\w+(?:\.[A-Z]\w+)?$")]
    private static partial Regex TypeName();

    [GeneratedRegex(@"^(?:src|tests|docs)/[^ ]+$|^[\w./-]+\.(?:props|json|targets)$")]
    private static partial Regex FileName();

    [GeneratedRegex(@"\b(?:class|record|struct|interface|enum)\s+(?<name>[A-Z]\w*)")]
    private static partial Regex TypeDeclaration();
}
