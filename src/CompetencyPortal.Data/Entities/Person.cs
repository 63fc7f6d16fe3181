using CompetencyPortal.Data.Values;

namespace CompetencyPortal.Data.Entities;

/// <summary>One of an organisation's people.</summary>
public sealed class Person : IPartnerFact, IVersioned
{
    public const int NameLength = 200;

    public Guid Id { get; init; } = Guid.CreateVersion7();

    public required Guid PartnerId { get; init; }

    public required string Name { get; set; }

    /// <summary>The person's address, unique among the organisation's people; null if it is not known.</summary>
    public EmailAddress? Email { get; set; }

    /// <summary>What the database holds unique: <see cref="Email"/>, or the row's own key where there is none.</summary>
    public string EmailKey
    {
        get => UniqueKey.Of(Email?.Value, Id);
        private set { }
    }

    /// <summary>The first day of employment; null if it has always been.</summary>
    public DateOnly? From { get; set; }

    /// <summary>The last day of employment, inclusive; null if it has no end.</summary>
    public DateOnly? Until { get; set; }

    public ICollection<PersonCredential> Credentials { get; } = [];

    public int Version { get; set; }
}
