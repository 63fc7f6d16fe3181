using CompetencyPortal.Data.Entities;

namespace CompetencyPortal.Data.Imports.Checking;

/// <summary>What a row does, by what it does to the one it is about and to what it states of it.</summary>
internal static class RowOutcome
{
    public static ImportOutcome Of(ImportOutcome subject, ImportOutcome? target) =>
        subject is ImportOutcome.Changed || target is ImportOutcome.Changed ? ImportOutcome.Changed
        : subject is ImportOutcome.New || target is ImportOutcome.New ? ImportOutcome.New
        : ImportOutcome.Unchanged;
}
