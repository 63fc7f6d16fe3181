namespace CompetencyPortal.Data.Values;

/// <summary>
/// A value that is unique where it is given and may be missing, as a column that is never null: a unique index on a nullable
/// column lets one row be without on one provider, and any number on the other.
/// </summary>
internal static class UniqueKey
{
    /// <summary>The value, or a key of the row's own. The blank before it keeps it from being anybody's value: those never begin with one.</summary>
    public static string Of(string? value, Guid id) => value ?? $" {id:N}";
}
