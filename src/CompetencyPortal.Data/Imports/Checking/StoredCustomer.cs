using CompetencyPortal.Data.Entities;
using CompetencyPortal.Domain.Evidence;

namespace CompetencyPortal.Data.Imports.Checking;

/// <summary>A customer as it is stored, with its associations where the check asks for them.</summary>
internal sealed record StoredCustomer(Guid Id, int Version, string Name, OwnReference? Code)
{
    public HashSet<(AssociationType Type, DateOnly? From, DateOnly? Until)> Associations { get; } = [];
}
