namespace CompetencyPortal.Data.Saving;

/// <summary>A row would be saved that belongs to another organisation than the one at work, or while none is.</summary>
public sealed class ForeignPartnerException(Type row, Guid? scope) : InvalidOperationException(
    $"A {row.Name} of another organisation cannot be saved within the scope of {scope?.ToString() ?? "none"}.");
