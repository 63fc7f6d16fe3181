namespace CompetencyPortal.Data.Saving;

/// <summary>A row would be changed or removed that is only ever added.</summary>
public sealed class ImmutableRowException(Type row) : InvalidOperationException(
    $"A {row.Name} is never changed or removed once it is stored.");
