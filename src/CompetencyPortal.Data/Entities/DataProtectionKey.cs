namespace CompetencyPortal.Data.Entities;

/// <summary>A key of ASP.NET Core's data protection, shared by all nodes on this database.</summary>
public sealed class DataProtectionKey
{
    public const int FriendlyNameLength = 200;

    public Guid Id { get; init; } = Guid.CreateVersion7();

    public required string FriendlyName { get; init; }

    public required string Xml { get; init; }
}
