using System.Collections.Immutable;

namespace CompetencyPortal.Data.Imports;

/// <summary>How a file is read.</summary>
/// <param name="Delimiter">What stands between its cells.</param>
/// <param name="Culture">The spelling of its amounts and days: a name of <see cref="ImportCulture.All"/>.</param>
/// <param name="Columns">Which column of the file, from 0, means what. What is not named is not read.</param>
public sealed record ImportSettings(ImportDelimiter Delimiter, string Culture, ImmutableSortedDictionary<ImportColumn, int> Columns)
{
    /// <summary>The same settings with what nobody offered, but a form can bring, set to what is read where nothing is chosen.</summary>
    public ImportSettings Known() => new(
        Enum.IsDefined(Delimiter) ? Delimiter : ImportDelimiter.Comma, ImportCulture.Find(Culture) is null ? ImportCulture.Invariant.Name : Culture, Columns);

    /// <inheritdoc/>
    public bool Equals(ImportSettings? other) =>
        other is not null && Delimiter == other.Delimiter && Culture == other.Culture && Columns.SequenceEqual(other.Columns);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Delimiter, Culture, Columns.Count);
}
