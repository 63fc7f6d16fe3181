namespace CompetencyPortal.Data.Entities;

/// <summary>A piece of an imported file: kept, so that the file can be read again with other settings, by any node.</summary>
public sealed class ImportChunk : IPartnerOwned
{
    /// <summary>The size of every piece but the last, in bytes.</summary>
    public const int Length = 256 * 1024;

    public required Guid PartnerId { get; init; }

    public required Guid ImportId { get; init; }

    /// <summary>Its place in the file, from 0.</summary>
    public required int Number { get; init; }

    public required byte[] Content { get; init; }
}
