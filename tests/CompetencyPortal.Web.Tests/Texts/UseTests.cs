using CompetencyPortal.Web.Infrastructure;
using CompetencyPortal.Web.Resources;

namespace CompetencyPortal.Web.Tests.Texts;

/// <summary>Every text is used somewhere, and what is used is there.</summary>
public sealed class UseTests
{
    /// <summary>Keys that the code builds; each from a list that it makes public.</summary>
    private static readonly IReadOnlyList<string> Built =
    [
        .. EnumText.Types.SelectMany(type => Enum.GetNames(type).Select(name => $"{type.Name}.{name}")),
        .. ValidationTexts.Rules.Select(rule => $"Validation.{rule}"),
    ];

    /// <summary>Where keys are built, or come from a list that names them in full.</summary>
    private static readonly string[] Builders =
    [
        "Infrastructure/Countries.cs", "Infrastructure/EnumText.cs", "Infrastructure/Formats.cs", "Infrastructure/ValidationTexts.cs",
        "Pages/Shared/_Layout.cshtml",
    ];

    [Fact]
    public void EveryTextLookedUp_IsThere()
    {
        var spoken = TextArea.All.ToDictionary(area => area.Name, area => area.English.Keys.Select(TextKey.Spoken).ToHashSet());
        var lookups =
            (from file in SourceFile.All
             from lookup in file.Lookups
             from key in SourceFile.KeysIn(lookup.Key)
             select (File: file, lookup.Area, Key: key)).ToList();

        Assert.NotEmpty(lookups);
        Nothing.IsWrong(from lookup in lookups where !spoken.TryGetValue(lookup.Area, out var keys) || !keys.Contains(lookup.Key) select lookup);
    }

    [Fact]
    public void EveryBuiltText_IsThere() =>
        Nothing.IsWrong(Built.Except(TextArea.All.Single(area => area.Name == nameof(SharedTexts)).English.Keys));

    [Fact]
    public void EveryLookup_NamesItsTextInFull() =>
        Nothing.IsWrong(
            from file in SourceFile.All
            where !Builders.Contains(file.Path)
            from lookup in file.Lookups
            where lookup.Key.Contains("$\"", StringComparison.Ordinal) || !SourceFile.KeysIn(lookup.Key).Any()
            select $"{file}: {lookup.Area}[{lookup.Key}]");

    [Fact]
    public void EveryText_IsUsed()
    {
        var written = SourceFile.All.SelectMany(file => SourceFile.KeysIn(file.Code)).Concat(Built).ToHashSet();

        Nothing.IsWrong(
            from area in TextArea.OfTexts
            from key in area.English.Keys.Select(TextKey.Spoken).Distinct()
            where !written.Contains(key)
            select $"{area} {key}");
    }
}
