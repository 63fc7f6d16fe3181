using CompetencyPortal.Web.Infrastructure;

namespace CompetencyPortal.Web.Tests.Texts;

/// <summary>How a text's key is read: <c>Noun.Phrase</c>, and for a plural text the form at the end.</summary>
internal static class TextKey
{
    /// <summary>The key as pages write it: of a plural text the part before the form.</summary>
    public static string Spoken(string key) => FormOf(key) is null ? key : key[..key.LastIndexOf('.')];

    public static PluralForm? FormOf(string key) =>
        Enum.TryParse<PluralForm>(key[(key.LastIndexOf('.') + 1)..], out var form) ? form : null;
}
