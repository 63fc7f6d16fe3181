using CompetencyPortal.Domain.Documents;

namespace CompetencyPortal.Domain.Revisions;

/// <summary>The rulebook that the program brings: exactly the revisions of its source pages. Source: rulebook, section 2.</summary>
public static class BuiltInRulebook
{
    private static readonly string[] Documents =
    [
        "credentials.json",
        "products.json",
        "cloud-business-applications.json",
        "cloud-customer-relationship-management.json",
    ];

    /// <summary>The rulebook, read once.</summary>
    public static Rulebook Rulebook => Read.Value;

    private static Lazy<Rulebook> Read { get; } = new(static () =>
    {
        var errors = new DocumentErrors();
        var rulebook = RulebookDocument.Read(Text(), known: null, errors);
        errors.ThrowIfAny("The built-in rulebook");
        return rulebook!;
    });

    /// <summary>The documents as one array.</summary>
    internal static byte[] Text()
    {
        using var text = new MemoryStream();
        text.Write("["u8);
        for (var i = 0; i < Documents.Length; i++)
        {
            text.Write(i > 0 ? ","u8 : []);
            using var document = typeof(BuiltInRulebook).Assembly.GetManifestResourceStream(Documents[i])
                ?? throw new InvalidOperationException($"The built-in document {Documents[i]} is not part of the assembly.");
            document.CopyTo(text);
        }

        text.Write("]"u8);
        return text.ToArray();
    }
}
