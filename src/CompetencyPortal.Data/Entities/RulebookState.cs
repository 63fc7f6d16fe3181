namespace CompetencyPortal.Data.Entities;

/// <summary>
/// The one row that says which rulebook is the present one. Its version rises in the same transaction as every
/// publication and every market classification, so a reader that knows the version knows all that it may cache.
/// </summary>
public sealed class RulebookState
{
    public const int TheOne = 1;

    public int Id { get; init; } = TheOne;

    public long Version { get; init; } = 1;
}
