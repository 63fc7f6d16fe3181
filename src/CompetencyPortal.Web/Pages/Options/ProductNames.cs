using CompetencyPortal.Domain.Competencies;

namespace CompetencyPortal.Web.Pages.Options;

internal static class ProductNames
{
    /// <summary>The product's name; its code where the rulebook no longer knows it.</summary>
    public static string NameOf(this ProductCatalog products, ProductCode code) => products.Find(code.Value)?.Name ?? code.Value;
}
