using System.Text.RegularExpressions;

using CompetencyPortal.Testing;

namespace CompetencyPortal.Web.Tests.Security;

/// <summary>
/// Where the portal writes markup past the encoder, builds a statement, starts a program, parses XML or takes a file: in the
/// files named here, each read by somebody, and nowhere else. Whoever adds a file here opens a door.
/// </summary>
public sealed class DangerousCallTests
{
    [Theory]
    [InlineData(
        "markup that is not encoded", @"\bHtml\.Raw\b|\bHtmlString\b|\bSetHtmlContent\b|\bAppendHtml\b",
        "CompetencyPortal.Web/Infrastructure/TagHelpers/")]
    [InlineData(
        "SQL as text", @"\b(?:FromSql|SqlQuery|ExecuteSql)\w*\(|\bCommandText\b|\bnew (?:Npgsql|Sql)Command\(\w|\bCreateCommand\(\w|\.Sql\(",
        "CompetencyPortal.Data/Sessions/SessionLookup.cs", "CompetencyPortal.Data.PostgreSql/PostgreSqlProvider.cs", "CompetencyPortal.Data.SqlServer/SqlServerProvider.cs",
        "CompetencyPortal.Data.PostgreSql/ApplicationRole.cs", "CompetencyPortal.Data.PostgreSql/RowLevelSecurity.cs", "CompetencyPortal.Data.SqlServer/ApplicationRole.cs")]
    [InlineData("another program", @"\bProcessStartInfo\b|\bProcess\.Start\b", "CompetencyPortal.Data.PostgreSql/Embedded/ExternalProgram.cs")]
    [InlineData("XML", @"\bXmlReader\b|\bXmlDocument\b|\bXDocument\b|\bXElement\.(?:Parse|Load)\b|\bXslCompiledTransform\b", "CompetencyPortal.Data/DataProtection/PortalKeyRepository.cs")]
    [InlineData("code that comes as text", @"\bCSharpScript\b|\bDynamicMethod\b|\bAssembly\.Load|\bActivator\.CreateInstance\(\w*[Tt]ype[Nn]ame|\bBinaryFormatter\b|\bTypeNameHandling\b")]
    [InlineData("a file that somebody sends", @"\bIFormFile\b|\bIFormFileCollection\b", "CompetencyPortal.Web/Pages/Imports/New.cshtml.cs")]
    [InlineData("a request to another server", @"\bHttpClient\b|\bWebRequest\b")]
    [InlineData("a weak algorithm", @"\bMD5\b|\bSHA1\b|\bHMACMD5\b|\bHMACSHA1\b|\bTripleDES\b|\bRC2\b|\bCipherMode\.ECB\b|\bRSAEncryptionPadding\.Pkcs1\b", "CompetencyPortal.Data/Accounts/AuthenticatorKey.cs")]
    public void Code_WithSomethingDangerous_IsNamedHere(string what, string pattern, params string[] allowed)
    {
        var files = SourcesOf("*.cs", "*.cshtml");

        Assert.NotEmpty(files);
        Nothing.IsWrong(
            from file in files
            where !allowed.Any(place => file.Key.StartsWith(place, StringComparison.Ordinal))
            from Match use in Regex.Matches(file.Value, pattern)
            select $"{file.Key} has {what}: {use.Value}");
        Nothing.IsWrong(allowed.Where(place => !files.Any(file => file.Key.StartsWith(place, StringComparison.Ordinal) && Regex.IsMatch(file.Value, pattern))));
    }

    [Fact]
    public void Scripts_NeverMakeMarkupOrCodeOfText()
    {
        var scripts = SourcesOf("*.js").Where(file => !file.Key.Contains("/lib/", StringComparison.Ordinal)).ToList();

        Assert.NotEmpty(scripts);
        Nothing.IsWrong(
            from file in scripts
            from Match use in Regex.Matches(file.Value, @"\b(?:inner|outer)HTML\b|\binsertAdjacentHTML\b|\bdocument\.write|\beval\(|\bnew Function\b|\bset(?:Timeout|Interval)\(\s*['""`]|\b(?:local|session)Storage\b|\bindexedDB\b")
            select $"{file.Key}: {use.Value}");
    }

    /// <summary>The sources of the portal by their path below <c>src</c>; without migrations, which the owner's role alone runs.</summary>
    private static Dictionary<string, string> SourcesOf(params string[] patterns)
    {
        var folder = Path.Combine(Checkout.Folder, "src");
        return patterns.SelectMany(pattern => Directory.EnumerateFiles(folder, pattern, SearchOption.AllDirectories))
            .ToDictionary(path => Path.GetRelativePath(folder, path).Replace('\\', '/'), File.ReadAllText)
            .Where(file => !new[] { "/bin/", "/obj/", "/node_modules/", "/Migrations/" }.Any(part => file.Key.Contains(part, StringComparison.Ordinal))
                && !file.Key.StartsWith("CompetencyPortal.Cli/", StringComparison.Ordinal))
            .ToDictionary(file => file.Key, file => file.Value);
    }
}
