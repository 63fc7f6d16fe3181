namespace CompetencyPortal.Domain.Competencies;

/// <summary>
/// The stable code of a product, such as <c>crm-online</c>. Equality is ordinal. The default value is no code
/// and equals only itself; a code is obtained from a <see cref="ProductCatalog"/> or stated by a rulebook document.
/// </summary>
/// <param name="Value">The code as documents write it.</param>
public readonly record struct ProductCode(string Value)
{
    /// <inheritdoc/>
    public override string ToString() => Value;
}
