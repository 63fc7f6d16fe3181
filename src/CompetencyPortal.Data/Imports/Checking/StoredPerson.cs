using CompetencyPortal.Data.Entities;
using CompetencyPortal.Domain.Credentials;

namespace CompetencyPortal.Data.Imports.Checking;

/// <summary>A person as stored, with what he or she passed.</summary>
internal sealed record StoredPerson(Guid Id, int Version, string Name, EmailAddress? Email, DateOnly? From, DateOnly? Until)
{
    public HashSet<(CredentialCode Code, DateOnly PassedOn)> Passes { get; } = [];
}
