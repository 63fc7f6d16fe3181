using System.Text.RegularExpressions;

using CompetencyPortal.Testing;

namespace CompetencyPortal.Web.Tests.Texts;

/// <summary>A page, a view or a class of the portal, with the localizers it speaks through.</summary>
/// <param name="Path">Its path within the project.</param>
/// <param name="Code">Its text.</param>
/// <param name="Localizers">The area of each localizer by the name it has in this file; a view inherits those of its folders.</param>
internal sealed partial record SourceFile(string Path, string Code, IReadOnlyDictionary<string, string> Localizers)
{
    /// <summary>Every source file of the portal; never none.</summary>
    public static readonly IReadOnlyList<SourceFile> All = Read();

    /// <summary>Where the code looks a text up: the area, and what stands between the brackets.</summary>
    public IEnumerable<(string Area, string Key)> Lookups =>
        from match in Lookup().Matches(Code)
        where Localizers.ContainsKey(match.Groups["texts"].Value)
        select (Localizers[match.Groups["texts"].Value], match.Groups["key"].Value);

    /// <summary>The texts' keys that stand in a piece of code as literals.</summary>
    public static IEnumerable<string> KeysIn(string code) => Key().Matches(code).Select(match => match.Value);

    private static List<SourceFile> Read()
    {
        var project = System.IO.Path.Combine(Checkout.Folder, "src", "CompetencyPortal.Web");
        var files = Directory.EnumerateFiles(project, "*.cs*", SearchOption.AllDirectories)
            .Where(path => System.IO.Path.GetExtension(path) is ".cs" or ".cshtml")
            .Select(path => System.IO.Path.GetRelativePath(project, path).Replace('\\', '/'))
            .Where(path => !path.StartsWith("bin/", StringComparison.Ordinal) && !path.StartsWith("obj/", StringComparison.Ordinal))
            .ToDictionary(path => path, path => File.ReadAllText(System.IO.Path.Combine(project, path)));
        Assert.NotEmpty(files);

        return [.. files.Select(file => new SourceFile(file.Key, file.Value, LocalizersOf(file.Key, files)))];
    }

    private static Dictionary<string, string> LocalizersOf(string path, Dictionary<string, string> files)
    {
        IEnumerable<string> imports = path.EndsWith(".cshtml", StringComparison.Ordinal)
            ? files.Keys.Where(file => file.EndsWith("/_ViewImports.cshtml", StringComparison.Ordinal)
                && path.StartsWith(file[..^"_ViewImports.cshtml".Length], StringComparison.Ordinal)).OrderBy(file => file.Length)
            : [];
        var localizers = new Dictionary<string, string>();
        foreach (var file in imports.Append(path))
        {
            foreach (Match match in Injection().Matches(files[file]))
            {
                localizers[match.Groups["name"].Value] = match.Groups["area"].Value;
            }
        }

        return localizers;
    }

    public override string ToString() => Path;

    [GeneratedRegex(@"IStringLocalizer<(?<area>\w+)>\s+(?<name>\w+)")]
    private static partial Regex Injection();

    /// <summary><c>texts["Key"]</c>, or the key of a plural text: <c>Count(texts, "Key", …)</c>.</summary>
    [GeneratedRegex(@"(?:\b(?<texts>\w+)\[(?<key>(?:[^\[\]]|(?<open>\[)|(?<-open>\]))*)\]|\bCount\(\s*(?<texts>\w+),(?<key>[^,]*),)")]
    private static partial Regex Lookup();

    /// <summary>Quotation marks may be shared by an attribute and the literals in it, so that they are not consumed.</summary>
    [GeneratedRegex("""(?<=")[A-Z]\w*(?:\.[A-Z]\w*)+(?=")""")]
    private static partial Regex Key();
}
