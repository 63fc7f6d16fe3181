using System.Xml.Linq;

using CompetencyPortal.Testing;
using CompetencyPortal.Web.Infrastructure;
using CompetencyPortal.Web.Resources;

namespace CompetencyPortal.Web.Tests.Texts;

/// <summary>The texts of one area, such as <c>SharedTexts</c>, by language and key, as the resource files have them.</summary>
internal sealed record TextArea(string Name, IReadOnlyDictionary<string, Dictionary<string, string>> Languages)
{
    /// <summary>Every area that has a resource file; never none.</summary>
    public static readonly IReadOnlyList<TextArea> All = Read();

    /// <summary>The areas whose texts are sentences and words; the others are lists of names by their codes.</summary>
    public static IEnumerable<TextArea> OfTexts => All.Where(area => area.Name is not nameof(CountryNames));

    public Dictionary<string, string> English => Languages["en"];

    /// <summary>Every text in every language, except names.</summary>
    public static IEnumerable<Text> Texts =>
        from area in OfTexts
        from language in area.Languages
        from text in language.Value
        select new Text(area.Name, language.Key, text.Key, text.Value);

    private static List<TextArea> Read()
    {
        var folder = Path.Combine(Checkout.Folder, "src", "CompetencyPortal.Web", "Resources");
        var areas = Directory.EnumerateFiles(folder, "*.resx")
            .Select(file => Path.GetFileName(file).Split('.')[0]).Distinct().Order(StringComparer.Ordinal)
            .Select(name => new TextArea(name, PortalCulture.All.ToDictionary(
                culture => culture.Name,
                culture => ReadFile(Path.Combine(folder, culture.Name is "en" ? $"{name}.resx" : $"{name}.{culture.Name}.resx")))))
            .ToList();
        Assert.Contains(areas, area => area.English.Count > 0);
        return areas;
    }

    private static Dictionary<string, string> ReadFile(string path) =>
        XDocument.Load(path).Root!.Elements("data").ToDictionary(data => data.Attribute("name")!.Value, data => data.Element("value")!.Value);

    public override string ToString() => Name;

    internal sealed record Text(string Area, string Language, string Key, string Value)
    {
        public override string ToString() => $"{Area} {Key} in {Language}: {Value}";
    }
}
