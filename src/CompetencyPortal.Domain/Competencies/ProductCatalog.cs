using System.Collections.Immutable;
using System.Text;

namespace CompetencyPortal.Domain.Competencies;

/// <summary>The products that the rulebook knows, found by code, name or former name.</summary>
public sealed class ProductCatalog
{
    private readonly Dictionary<string, Product> _bySpelling = new(StringComparer.Ordinal);

    /// <summary>Gathers the products.</summary>
    /// <exception cref="ArgumentException">Two products share a spelling.</exception>
    public ProductCatalog(IEnumerable<Product> products)
    {
        All = [.. products];
        foreach (var product in All)
        {
            foreach (var key in product.Spellings.Select(Key).Distinct())
            {
                if (!_bySpelling.TryAdd(key, product))
                {
                    throw new ArgumentException($"“{product.Code}” and “{_bySpelling[key].Code}” share a spelling; a spelling names one product.", nameof(products));
                }
            }
        }
    }

    /// <summary>Every product, in document order.</summary>
    public ImmutableArray<Product> All { get; }

    /// <summary>The product that a person or a document means by <paramref name="spelling"/>, whatever its case and spacing; null if there is none.</summary>
    public Product? Find(string spelling) => _bySpelling.GetValueOrDefault(Key(spelling));

    /// <summary>What two spellings of one product have in common: their letters and digits, without case.</summary>
    internal static string Key(string spelling)
    {
        var key = new StringBuilder(spelling.Length);
        foreach (var character in spelling)
        {
            if (char.IsLetterOrDigit(character))
            {
                key.Append(char.ToUpperInvariant(character));
            }
        }

        return key.ToString();
    }
}
